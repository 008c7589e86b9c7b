package io.teal.operate.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.operate.account.Account;
import io.teal.operate.account.Ec2;
import io.teal.operate.account.StackState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack at rest, deployed from a template, whose resources have made-up physical ids. It is read only.
 *
 * @param template the template's text, JSON
 * @param resources physical ids by logical id
 */
record StandInAccount(String template, Map<String, String> resources) implements Account {
    /** The stack's name. */
    static final String STACK = "stand-in";

    private static final String ARN = "arn:aws:%s:eu-west-1:111122223333:%s";

    /** Deployed from {@code template}. */
    static StandInAccount of(String template) {
        Map<String, String> ids = new LinkedHashMap<>();
        try {
            JsonNode all = new ObjectMapper().readTree(template).path("Resources");
            all.properties()
                    .forEach(one -> ids.put(
                            one.getKey(),
                            id(one.getKey(), one.getValue().path("Type").asText())));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        return new StandInAccount(template, ids);
    }

    private static String id(String logical, String type) {
        return switch (type) {
            case "AWS::ElasticLoadBalancingV2::LoadBalancer" -> balancing("loadbalancer/app/%s/50dc", logical);
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
        String id = ARN.formatted("cloudformation", "stack/" + STACK + "/1");
        return Optional.of(new StackState(STACK, id, "UPDATE_COMPLETE", Map.of()));
    }

    @Override
    public String getTemplate(String stack) {
        return template;
    }

    @Override
    public Map<String, String> listStackResources(String stack) {
        return resources;
    }

    @Override
    public Map<String, String> listExports() {
        return Map.of();
    }

    @Override
    public Optional<String> latestLaunchTemplateVersion(String launchTemplate) {
        return Optional.of("1");
    }

    @Override
    public void cancelUpdateStack(String stack) {
        throw new UnsupportedOperationException("the stack is at rest");
    }

    @Override
    public Ec2 ec2() {
        throw new UnsupportedOperationException("a rollback asks nothing of EC2");
    }

    @Override
    public List<String> executionHistory(String execution) {
        return List.of();
    }
}
