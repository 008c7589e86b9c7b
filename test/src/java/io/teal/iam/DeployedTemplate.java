package io.teal.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.teal.rehearsal.template.IntrinsicFunctions;
import io.teal.rehearsal.template.ValueSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A template whose resources have the names and ARNs that AWS gives, and the tags that the template gives. */
final class DeployedTemplate implements ValueSource {
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "eu-west-1";

    private final String stack;
    private final JsonNode resources;
    private final IntrinsicFunctions functions = new IntrinsicFunctions(this);

    /** The template {@code root} of {@code stack}. */
    DeployedTemplate(String stack, JsonNode root) {
        this.stack = stack;
        this.resources = root.path("Resources");
    }

    /** ARN of the stack. */
    String stackArn() {
        return arn("cloudformation", "stack/" + stack + "/9f3c");
    }

    static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }

    /** Logical ids of all resources of {@code type}, without {@code AWS::}. */
    List<String> ids(String type) {
        List<String> ids = new ArrayList<>();
        resources.properties().forEach(one -> {
            if (type(one.getKey()).equals(type)) {
                ids.add(one.getKey());
            }
        });
        return ids;
    }

    /** The logical id of the resource of {@code type} whose ARN is {@code arn}. */
    String idOf(String type, String arn) {
        return ids(type).stream()
                .filter(id -> attribute(id + ".Arn").equals(arn))
                .findFirst()
                .orElseThrow();
    }

    private String type(String id) {
        return resources.path(id).path("Type").asText().replace("AWS::", "");
    }

    /** The properties of {@code id}, without functions. */
    JsonNode properties(String id) {
        return functions.resolve(resources.path(id).path("Properties"));
    }

    /** The same as maps, lists and texts: as a custom resource gets them. */
    Map<String, Object> map(String id) {
        Map<String, Object> map = new HashMap<>();
        properties(id)
                .properties()
                .forEach(one -> map.put(one.getKey(), IntrinsicFunctions.plain(one.getValue(), text -> text)));
        return map;
    }

    /** The tags of {@code id}. */
    Map<String, String> tags(String id) {
        Map<String, String> tags = new HashMap<>();
        properties(id)
                .path("Tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        return tags;
    }

    /** The policies of the role {@code arn}. */
    List<JsonNode> policies(String arn) {
        List<JsonNode> policies = new ArrayList<>();
        properties(idOf("IAM::Role", arn))
                .path("Policies")
                .forEach(policy -> policies.add(policy.path("PolicyDocument")));
        return policies;
    }

    /** What {@code Ref} gives. */
    String ref(String id) {
        return switch (type(id)) {
            case "ElasticLoadBalancingV2::LoadBalancer" ->
                arn("elasticloadbalancing", "loadbalancer/" + kind(id) + "/" + named(id, "Name"));
            case "ElasticLoadBalancingV2::TargetGroup" ->
                arn("elasticloadbalancing", "targetgroup/" + named(id, "Name"));
            case "ElasticLoadBalancingV2::Listener" ->
                below(text(id, "LoadBalancerArn"), ":loadbalancer/", ":listener/", id);
            case "ElasticLoadBalancingV2::ListenerRule" ->
                below(text(id, "ListenerArn"), ":listener/", ":listener-rule/", id);
            case "AutoScaling::AutoScalingGroup" -> text(id, "AutoScalingGroupName");
            case "StepFunctions::StateMachine" -> arn("states", "stateMachine:" + machineName(id));
            default -> stack + "-" + id;
        };
    }

    private String machineName(String id) {
        String given = text(id, "StateMachineName");
        return given.isEmpty() ? id : given;
    }

    private String kind(String balancer) {
        return text(balancer, "Type").startsWith("n") ? "net" : "app";
    }

    private String named(String id, String property) {
        String given = text(id, property);
        return (given.isEmpty() ? id : given) + "/" + Integer.toHexString(id.hashCode());
    }

    private static String below(String arn, String from, String to, String id) {
        return arn.replace(from, to) + "/" + Integer.toHexString(id.hashCode());
    }

    private String text(String id, String property) {
        return functions
                .resolve(resources.path(id).path("Properties").path(property))
                .asText();
    }

    @Override
    public JsonNode reference(String name) {
        return switch (name) {
            case "AWS::NoValue" -> MissingNode.getInstance();
            case "AWS::Region" -> TextNode.valueOf(REGION);
            case "AWS::AccountId" -> TextNode.valueOf(ACCOUNT);
            case "AWS::StackName" -> TextNode.valueOf(stack);
            case "AWS::StackId" -> TextNode.valueOf(stackArn());
            case "AWS::Partition" -> TextNode.valueOf("aws");
            case "AWS::URLSuffix" -> TextNode.valueOf("amazonaws.com");
            default -> TextNode.valueOf(ref(name));
        };
    }

    @Override
    public String attribute(String dotted) {
        String id = dotted.split("\\.")[0];
        String ref = ref(id);
        return switch (dotted.substring(id.length() + 1)) {
            case "LoadBalancerFullName" -> ref.substring(ref.indexOf("/") + 1);
            case "TargetGroupFullName" -> ref.substring(ref.lastIndexOf(':') + 1);
            case "LatestVersionNumber" -> "1";
            case "BlueWeight", "GreenWeight" -> "0";
            case "Arn" -> arnOf(id, ref);
            default -> ref;
        };
    }

    private String arnOf(String id, String ref) {
        return switch (type(id)) {
            case "Lambda::Function" -> arn("lambda", "function:" + ref);
            case "Logs::LogGroup" -> arn("logs", "log-group:" + ref + ":*");
            case "CloudWatch::Alarm" -> arn("cloudwatch", "alarm:" + ref);
            case "IAM::Role" -> "arn:aws:iam::" + ACCOUNT + ":role/" + ref;
            default -> ref;
        };
    }

    @Override
    public JsonNode imported(String name) {
        return TextNode.valueOf(name);
    }

    @Override
    public JsonNode literal(String text) {
        return TextNode.valueOf(text);
    }

    @Override
    public JsonNode selected(JsonNode list, int index) {
        throw new IllegalStateException("no element " + index + " in " + list);
    }

    @Override
    public JsonNode other(String function, JsonNode arguments) {
        return TextNode.valueOf(function);
    }
}
