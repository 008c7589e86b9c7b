package io.teal.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.operate.aws.Endpoint;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What AWS asks IAM about a request, by the Service Authorization Reference. The simulator holds a resource or a
 * condition key that AWS does not know for an action to be impossible.
 */
final class Authorization {
    /** DescribeAlarms has one, but not where it is to tell of composite alarms. */
    private static final Set<String> WITHOUT_RESOURCE = Set.of(
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeRules",
            "elasticloadbalancing:DescribeTargetHealth",
            "autoscaling:DescribeAutoScalingGroups",
            "autoscaling:DescribeScalingActivities",
            "cloudwatch:DescribeAlarms",
            "cloudwatch:GetMetricData",
            "tag:GetResources",
            "codedeploy:BatchGetDeploymentTargets",
            "codedeploy:ListDeploymentTargets",
            "codedeploy:StopDeployment");

    private static final Map<String, String> PREFIXES = Map.of("monitoring", "cloudwatch", "tagging", "tag");

    private final Account account;
    private final String action;
    private final Map<String, Object> parameters;

    private Authorization(Account account, Endpoint.Asked asked) {
        this.account = account;
        this.action = PREFIXES.getOrDefault(asked.service(), asked.service()) + ":" + asked.action();
        this.parameters = asked.body().startsWith("{") ? json(asked.body()) : form(asked.body());
    }

    /** What IAM is asked about {@code asked}, with the tags of {@code account}. */
    static List<AwsCall> of(Account account, Endpoint.Asked asked) {
        return new Authorization(account, asked).calls();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String body) {
        try {
            return new ObjectMapper().readValue(body, Map.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static Map<String, Object> form(String body) {
        Map<String, Object> form = new TreeMap<>();
        for (String field : body.split("&")) {
            String[] parts = URLDecoder.decode(field, StandardCharsets.UTF_8).split("=", 2);
            form.put(parts[0], parts[1]);
        }
        return form;
    }

    private List<AwsCall> calls() {
        if (WITHOUT_RESOURCE.contains(action)) {
            return List.of(on("*"));
        }
        return switch (action) {
            case "cloudformation:DescribeStacks" -> List.of(on(text("StackName")));
            case "elasticloadbalancing:ModifyListener" -> List.of(tagged(text("ListenerArn")));
            case "elasticloadbalancing:ModifyRule" -> List.of(tagged(text("RuleArn")));
            case "autoscaling:SetDesiredCapacity" -> List.of(on(group(text("AutoScalingGroupName"))));
            case "autoscaling:CreateOrUpdateTags" ->
                List.of(tagging(action, group(text("Tags.member.1.ResourceId")), text("Tags.member.1.Key")));
            case "tag:TagResources" -> tagHosts();
            case "states:StartExecution", "states:ListExecutions" -> List.of(on(text("stateMachineArn")));
            case "states:DescribeExecution", "states:StopExecution" -> List.of(on(text("executionArn")));
            case "codedeploy:GetDeployment" -> List.of(on(deploymentGroup(groupOfDeployment())));
            case "codedeploy:GetDeploymentGroup", "codedeploy:ListDeployments" -> List.of(on(deploymentGroup(group())));
            case "codedeploy:CreateDeployment" -> createDeployment();
            default ->
                throw new AssertionError("nobody has said what AWS asks IAM about " + action
                        + ": add it here, by the Service Authorization Reference");
        };
    }

    private String text(String parameter) {
        return parameters.get(parameter).toString();
    }

    private AwsCall on(String resource) {
        return new AwsCall(action, resource, Map.of());
    }

    private AwsCall tagged(String resource) {
        return new AwsCall(action, resource, tags(resource));
    }

    private Map<String, Object> tags(String resource) {
        Map<String, Object> context = new HashMap<>();
        account.tags(resource).forEach((key, value) -> context.put("aws:ResourceTag/" + key, value));
        return context;
    }

    private AwsCall tagging(String tagging, String resource, String... keys) {
        Map<String, Object> context = tags(resource);
        context.put("aws:TagKeys", List.of(keys));
        return new AwsCall(tagging, resource, context);
    }

    private static String group(String name) {
        return DeployedTemplate.arn("autoscaling", "autoScalingGroup:6f1c:autoScalingGroupName/" + name);
    }

    /** The tagging API asks on behalf of the service whose resources they are. */
    @SuppressWarnings("unchecked")
    private List<AwsCall> tagHosts() {
        String[] keys = ((Map<String, String>) parameters.get("Tags")).keySet().toArray(String[]::new);
        List<AwsCall> calls = new ArrayList<>(List.of(on("*")));
        ((List<String>) parameters.get("ResourceARNList"))
                .forEach(host -> calls.add(tagging("ec2:CreateTags", host, keys)));
        return calls;
    }

    private String groupOfDeployment() {
        return ((Installer) account.codeDeploy).groupOf(text("deploymentId"));
    }

    private String group() {
        return text("applicationName") + "/" + text("deploymentGroupName");
    }

    private static String deploymentGroup(String group) {
        return DeployedTemplate.arn("codedeploy", "deploymentgroup:" + group);
    }

    /** CodeDeploy's user guide, "permissions reference"; for the alarms its guide to deployments. */
    private List<AwsCall> createDeployment() {
        String application = DeployedTemplate.arn("codedeploy", "application:" + text("applicationName"));
        String configuration = DeployedTemplate.arn("codedeploy", "deploymentconfig:CodeDeployDefault.OneAtATime");
        Stream<AwsCall> always = Stream.of(
                on(deploymentGroup(group())),
                new AwsCall("codedeploy:GetDeploymentConfig", configuration, Map.of()),
                new AwsCall("codedeploy:GetApplicationRevision", application, Map.of()),
                new AwsCall("codedeploy:RegisterApplicationRevision", application, Map.of()));
        Stream<AwsCall> withoutAlarms = parameters.containsKey("overrideAlarmConfiguration")
                ? Stream.of(new AwsCall("codedeploy:UpdateDeploymentGroup", deploymentGroup(group()), Map.of()))
                : Stream.of();
        return Stream.concat(always, withoutAlarms).toList();
    }
}
