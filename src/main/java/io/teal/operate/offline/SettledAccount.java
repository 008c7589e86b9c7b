package io.teal.operate.offline;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.operate.account.Account;
import io.teal.operate.account.Ec2;
import io.teal.operate.account.HostRefresh;
import io.teal.operate.account.Quotas;
import io.teal.operate.account.Rights;
import io.teal.operate.account.StackState;
import io.teal.operate.account.Telemetry;
import io.teal.operate.account.TemplateText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account with one stack, which is at rest after the deploy of a template; physical ids are made up. It is read
 * only.
 *
 * @param stack the stack's name
 * @param template the template's text, JSON
 * @param resources physical ids by logical id, and the template's parameters
 * @param exports values that the template imports, by name
 */
public record SettledAccount(String stack, String template, Map<String, String> resources, Map<String, String> exports)
        implements Account {
    private static final String ARN = "arn:aws:%s:eu-west-1:111122223333:%s";

    /** Copies the maps. */
    public SettledAccount {
        resources = Map.copyOf(resources);
        exports = Map.copyOf(exports);
    }

    /** With the stack {@code name}, deployed from {@code template}. */
    public static SettledAccount of(String name, TemplateText template) {
        JsonNode root = template.root();
        Map<String, String> ids = new LinkedHashMap<>();
        root.path("Parameters").properties().forEach(one -> ids.put(one.getKey(), parameter(one)));
        root.path("Resources").properties().forEach(one -> ids.put(one.getKey(), id(one.getKey(), one.getValue())));
        Map<String, String> exports = new LinkedHashMap<>();
        root.findValues("Fn::ImportValue").stream()
                .filter(JsonNode::isTextual)
                .forEach(value -> exports.put(value.asText(), "imported-" + value.asText()));
        return new SettledAccount(name, root.toString(), ids, exports);
    }

    private static String parameter(Map.Entry<String, JsonNode> one) {
        return one.getValue().path("Default").asText(one.getKey());
    }

    private static String id(String logical, JsonNode resource) {
        boolean network = resource.path("Properties").path("Type").asText().equals("network");
        return switch (resource.path("Type").asText()) {
            case "AWS::ElasticLoadBalancingV2::LoadBalancer" ->
                balancing("loadbalancer/" + (network ? "net" : "app") + "/%s/50dc", logical);
            case "AWS::ElasticLoadBalancingV2::Listener" -> balancing("listener/app/shop/50dc/%s", logical);
            case "AWS::ElasticLoadBalancingV2::TargetGroup" -> balancing("targetgroup/%s/73e2", logical);
            case "AWS::StepFunctions::StateMachine" -> ARN.formatted("states", "stateMachine:" + logical);
            default -> logical;
        };
    }

    private static String balancing(String form, String logical) {
        return ARN.formatted("elasticloadbalancing", form.formatted(logical));
    }

    @Override
    public Optional<StackState> describeStack(String name) {
        if (!name.equals(stack)) {
            return Optional.empty();
        }
        String id = ARN.formatted("cloudformation", "stack/" + stack + "/1");
        return Optional.of(new StackState(stack, id, "UPDATE_COMPLETE", Map.of()));
    }

    @Override
    public String getTemplate(String name) {
        return template;
    }

    @Override
    public Map<String, String> listStackResources(String name) {
        return resources;
    }

    @Override
    public Map<String, String> listExports() {
        return exports;
    }

    @Override
    public Optional<String> latestLaunchTemplateVersion(String launchTemplate) {
        return Optional.of("1");
    }

    @Override
    public void cancelUpdateStack(String name) {
        throw new UnsupportedOperationException("the stack is at rest");
    }

    @Override
    public Ec2 ec2() {
        throw new UnsupportedOperationException("nothing is asked of EC2");
    }

    @Override
    public Quotas quotas() {
        throw new UnsupportedOperationException("there is no account with quotas");
    }

    @Override
    public Rights rights() {
        throw new UnsupportedOperationException("there is no account with rights");
    }

    @Override
    public List<HostRefresh> describeInstanceRefreshes(String group) {
        return List.of();
    }

    @Override
    public Telemetry telemetry() {
        throw new UnsupportedOperationException("nothing is asked of CloudWatch");
    }

    @Override
    public List<String> executionHistory(String execution) {
        return List.of();
    }
}
