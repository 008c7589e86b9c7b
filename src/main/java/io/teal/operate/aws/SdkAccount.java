package io.teal.operate.aws;

import io.teal.operate.account.Account;
import io.teal.operate.account.Ec2;
import io.teal.operate.account.HostRefresh;
import io.teal.operate.account.Quotas;
import io.teal.operate.account.Rights;
import io.teal.operate.account.StackState;
import io.teal.operate.account.Telemetry;
import io.teal.release.port.AwsException;
import io.teal.runtime.aws.AwsCalls;
import io.teal.runtime.aws.MadeOnce;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Export;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StateEnteredEventDetails;
import software.amazon.awssdk.services.sfn.model.StateExitedEventDetails;
import software.amazon.awssdk.services.sts.StsClient;

/** {@link Account} over the AWS SDK. */
public final class SdkAccount implements Account {
    /** The newest events are enough: each state passes the payload on. */
    private static final int EVENTS = 20;

    private final CloudFormationClient cloudFormation;
    private final MadeOnce<Ec2Client> ec2;
    private final MadeOnce<SfnClient> stepFunctions;
    private final MadeOnce<AutoScalingClient> scaling;
    private final Quotas quotas;
    private final Rights rights;
    private final Telemetry telemetry;

    /** In {@code region}, or the environment's. */
    public SdkAccount(Optional<String> region) {
        this.cloudFormation = client(CloudFormationClient.builder(), region);
        this.ec2 = new MadeOnce<>(() -> client(Ec2Client.builder(), region));
        this.stepFunctions = new MadeOnce<>(() -> client(SfnClient.builder(), region));
        this.scaling = new MadeOnce<>(() -> client(AutoScalingClient.builder(), region));
        this.quotas = new SdkQuotas(
                scaling,
                new MadeOnce<>(() -> client(ElasticLoadBalancingV2Client.builder(), region)),
                ec2,
                new MadeOnce<>(() -> client(ServiceQuotasClient.builder(), region)));
        this.rights = new SdkRights(
                new MadeOnce<>(() -> client(IamClient.builder(), region)),
                new MadeOnce<>(() -> client(StsClient.builder(), region)));
        this.telemetry = new SdkTelemetry(
                new MadeOnce<>(() -> client(CloudWatchClient.builder(), region)),
                new MadeOnce<>(() -> client(CloudWatchLogsClient.builder(), region)));
    }

    private static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
            B builder, Optional<String> region) {
        builder.httpClientBuilder(UrlConnectionHttpClient.builder());
        region.map(Region::of).ifPresent(builder::region);
        return builder.build();
    }

    @Override
    public Optional<StackState> describeStack(String name) {
        try {
            return AwsCalls.of("DescribeStacks " + name, () -> cloudFormation.describeStacks(to -> to.stackName(name)))
                    .stacks()
                    .stream()
                    .map(SdkAccount::state)
                    .findFirst();
        } catch (AwsException refused) {
            if (String.valueOf(refused.getMessage()).contains("does not exist")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static StackState state(Stack stack) {
        Map<String, String> parameters = new TreeMap<>();
        stack.parameters().forEach(parameter -> parameters.put(parameter.parameterKey(), value(parameter)));
        return new StackState(stack.stackName(), stack.stackId(), stack.stackStatusAsString(), parameters);
    }

    /** A parameter that names an SSM parameter has that one's value. */
    private static String value(Parameter parameter) {
        return parameter.resolvedValue() == null ? parameter.parameterValue() : parameter.resolvedValue();
    }

    @Override
    public String getTemplate(String stack) {
        return AwsCalls.of("GetTemplate " + stack, () -> cloudFormation.getTemplate(to -> to.stackName(stack)))
                .templateBody();
    }

    @Override
    public Map<String, String> listStackResources(String stack) {
        return AwsCalls.of(
                "ListStackResources " + stack,
                () ->
                        cloudFormation
                                .listStackResourcesPaginator(to -> to.stackName(stack))
                                .stackResourceSummaries()
                                .stream()
                                .filter(resource -> resource.physicalResourceId() != null)
                                .collect(Collectors.toMap(
                                        StackResourceSummary::logicalResourceId,
                                        StackResourceSummary::physicalResourceId)));
    }

    @Override
    public Map<String, String> listExports() {
        return AwsCalls.of(
                "ListExports",
                () -> cloudFormation.listExportsPaginator().exports().stream()
                        .collect(Collectors.toMap(Export::name, Export::value)));
    }

    @Override
    public void cancelUpdateStack(String stack) {
        AwsCalls.of("CancelUpdateStack " + stack, () -> cloudFormation.cancelUpdateStack(to -> to.stackName(stack)));
    }

    @Override
    public Optional<String> latestLaunchTemplateVersion(String launchTemplate) {
        try {
            return AwsCalls.of(
                            "DescribeLaunchTemplates " + launchTemplate,
                            () -> ec2.get().describeLaunchTemplates(to -> to.launchTemplateIds(launchTemplate)))
                    .launchTemplates()
                    .stream()
                    .map(template -> template.latestVersionNumber().toString())
                    .findFirst();
        } catch (AwsException refused) {
            if (refused.code().startsWith("InvalidLaunchTemplateId")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public Ec2 ec2() {
        return new SdkEc2(ec2.get());
    }

    @Override
    public Quotas quotas() {
        return quotas;
    }

    @Override
    public Rights rights() {
        return rights;
    }

    @Override
    public List<HostRefresh> describeInstanceRefreshes(String group) {
        return AwsCalls.of(
                "DescribeInstanceRefreshes of " + group,
                () -> scaling.get().describeInstanceRefreshesPaginator(to -> to.autoScalingGroupName(group)).stream()
                        .flatMap(page -> page.instanceRefreshes().stream())
                        .map(SdkRefresh::read)
                        .toList());
    }

    @Override
    public Telemetry telemetry() {
        return telemetry;
    }

    @Override
    public List<String> executionHistory(String execution) {
        return AwsCalls.of(
                "GetExecutionHistory",
                () -> stepFunctions
                        .get()
                        .getExecutionHistory(to ->
                                to.executionArn(execution).reverseOrder(true).maxResults(EVENTS))
                        .events()
                        .stream()
                        .flatMap(SdkAccount::payloads)
                        .toList());
    }

    private static Stream<String> payloads(HistoryEvent event) {
        return Stream.of(
                        Optional.ofNullable(event.stateEnteredEventDetails()).map(StateEnteredEventDetails::input),
                        Optional.ofNullable(event.stateExitedEventDetails()).map(StateExitedEventDetails::output))
                .flatMap(Optional::stream);
    }
}
