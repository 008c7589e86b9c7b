package io.teal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The lab in an AWS account. */
final class AwsLab implements Lab {
    private static final String ADDRESS = "https://checkip.amazonaws.com/";
    private static final int TIMEOUT_MILLIS = 5_000;

    /** Stands for the response of a node that cannot be reached. */
    private static final String NO_ANSWER = "no answer";

    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final String name = String.format("teal-verify-%08x", new SecureRandom().nextInt());
    private final LabStack stack;
    private final ElasticLoadBalancingV2Client balancing;
    private final CloudWatchClient metrics;
    private final SfnClient machines;
    private final Ec2Client hosts;
    private final LabGroups groups;
    private final ResourceGroupsTaggingApiClient tagging;
    private final StsClient identity;
    private String client = "";

    AwsLab(String regionName) {
        Region region = Region.of(regionName);
        this.stack = new LabStack(http, region, name);
        this.balancing = client(ElasticLoadBalancingV2Client.builder(), region);
        this.metrics = client(CloudWatchClient.builder(), region);
        this.machines = client(SfnClient.builder(), region);
        this.hosts = client(Ec2Client.builder(), region);
        this.groups = new LabGroups(client(AutoScalingClient.builder(), region));
        this.tagging = client(ResourceGroupsTaggingApiClient.builder(), region);
        this.identity = client(StsClient.builder(), region);
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(B builder, Region region) {
        builder.httpClient(http).region(region);
        return builder.build();
    }

    @Override
    public String account() {
        return identity.getCallerIdentity().account();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String deploy(Map<String, String> parameters) {
        client = client.isEmpty() ? address() : client;
        return stack.deploy(parameters, client);
    }

    @Override
    public String deployCancelled(Map<String, String> parameters, String group) {
        stack.begin(parameters, client);
        groups.cancelRefresh(group);
        return stack.rest();
    }

    /** The public address of this machine as a /32 range: only it may reach the lab. */
    private static String address() {
        String address = get(ADDRESS).strip();
        if (address.equals(NO_ANSWER)) {
            throw new IllegalStateException(
                    "this machine's public address is not known: " + ADDRESS + " did not answer");
        }
        return address + "/32";
    }

    @Override
    public String delete() {
        return stack.delete();
    }

    @Override
    public Map<String, String> outputs() {
        return stack.outputs();
    }

    @Override
    public Map<String, String> tags(String targetGroup) {
        return balancing
                .describeTags(request -> request.resourceArns(targetGroup))
                .tagDescriptions()
                .get(0)
                .tags()
                .stream()
                .collect(Collectors.toMap(tag -> tag.key(), tag -> tag.value()));
    }

    @Override
    public void move(String listener, String from, String to) {
        TargetGroupTuple none =
                TargetGroupTuple.builder().targetGroupArn(from).weight(0).build();
        TargetGroupTuple all =
                TargetGroupTuple.builder().targetGroupArn(to).weight(100).build();
        Action forward = Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .forwardConfig(config -> config.targetGroups(none, all))
                .build();
        balancing.modifyListener(request -> request.listenerArn(listener).defaultActions(forward));
    }

    /** Each address is a node of the load balancer. */
    @Override
    public List<String> answers(String url) {
        String host = URI.create(url).getHost();
        List<String> answers = new ArrayList<>();
        try {
            for (InetAddress node : InetAddress.getAllByName(host)) {
                answers.add(get("http://" + node.getHostAddress() + "/"));
            }
        } catch (IOException unknown) {
            return answers;
        }
        return answers;
    }

    private static String get(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException unanswered) {
            return NO_ANSWER;
        }
    }

    @Override
    public long metricAgeMillis(String listener) {
        return LabMetrics.ageMillis(metrics, listener);
    }

    @Override
    public String start(String machine) {
        return machines.startExecution(request -> request.stateMachineArn(machine))
                .executionArn();
    }

    @Override
    public List<String> executions(String machine) {
        return machines.listExecutions(request -> request.stateMachineArn(machine)).executions().stream()
                .map(run -> run.executionArn())
                .toList();
    }

    @Override
    public void newVersion(String template) {
        hosts.createLaunchTemplateVersion(request -> request.launchTemplateId(template)
                .sourceVersion("1")
                .launchTemplateData(data -> data.instanceType(InstanceType.T4_G_MICRO)));
    }

    @Override
    public void resize(String group, int desired) {
        groups.resize(group, desired);
    }

    @Override
    public int desired(String group) {
        return groups.desired(group);
    }

    @Override
    public void tagGroup(String group, String key, String value) {
        groups.tag(group, key, value);
    }

    @Override
    public Map<String, String> groupTags(String group) {
        return groups.tags(group);
    }

    @Override
    public Map<String, String> hosts(String group) {
        return groups.hosts(group);
    }

    @Override
    public List<String> tagged(String group) {
        TagFilter ofGroup = TagFilter.builder()
                .key("aws:autoscaling:groupName")
                .values(group)
                .build();
        return tagging
                .getResources(
                        request -> request.resourceTypeFilters("ec2:instance").tagFilters(ofGroup))
                .resourceTagMappingList()
                .stream()
                .map(host -> host.resourceARN())
                .toList();
    }

    @Override
    public void pause(Duration time) {
        LabStack.sleep(time);
    }

    @Override
    public long millis() {
        return System.nanoTime() / 1_000_000;
    }

    /** The lab's template. */
    static String template() {
        try (InputStream in = AwsLab.class.getResourceAsStream("lab.template.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the lab's template", unreadable);
        }
    }
}
