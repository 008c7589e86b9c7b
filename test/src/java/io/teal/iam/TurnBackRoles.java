package io.teal.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The roles of what turns a rolling release back: the machine's, whose calls are its definition's, and its rule's. */
final class TurnBackRoles {
    private static final String SDK = ":aws-sdk:";

    private final DeployedTemplate template;
    private final String name;
    private final String group;
    private final String id;
    private final String arn;

    /** Those of the service {@code service} of {@code stack}. */
    TurnBackRoles(String stack, DeployedTemplate template, String service) {
        this.template = template;
        this.name = stack + " " + service;
        this.group = stack + "-" + service;
        this.id = template.ids("StepFunctions::StateMachine").stream()
                .filter(one -> substitutions(one).path("Group").asText().equals(group))
                .findFirst()
                .orElseThrow();
        this.arn = template.ref(id);
    }

    private JsonNode substitutions(String machine) {
        return template.properties(machine).path("DefinitionSubstitutions");
    }

    /** The machine's; {@code other} is the second service. */
    Role machine(TurnBackRoles other) {
        Set<AwsCall> foreign = new LinkedHashSet<>(other.calls());
        calls().forEach(call ->
                foreign.add(new AwsCall(call.action(), call.resource().replace("stack/", "stack/other-"), Map.of())));
        calls().forEach(foreign::remove);
        return role("machine", template.properties(id).path("RoleArn"), calls(), foreign);
    }

    /** The rule's. */
    Role rule(TurnBackRoles other) {
        JsonNode target = template.ids("Events::Rule").stream()
                .map(rule -> template.properties(rule).path("Targets").path(0))
                .filter(one -> one.path("Arn").asText().equals(arn))
                .findFirst()
                .orElseThrow();
        return role("rule", target.path("RoleArn"), List.of(start()), Set.of(other.start()));
    }

    private AwsCall start() {
        return new AwsCall("states:StartExecution", arn, Map.of());
    }

    /** What the definition's tasks ask of AWS. */
    private List<AwsCall> calls() {
        List<AwsCall> calls = new ArrayList<>();
        for (JsonNode state : definition().path("States")) {
            String resource = state.path("Resource").asText();
            if (resource.contains(SDK)) {
                String[] call =
                        resource.substring(resource.indexOf(SDK) + SDK.length()).split(":");
                String action = call[0] + ":" + call[1].substring(0, 1).toUpperCase(Locale.ROOT) + call[1].substring(1);
                calls.add(new AwsCall(action, resource(state.path("Parameters")), Map.of()));
            }
        }
        return calls;
    }

    private JsonNode definition() {
        String[] text = {template.properties(id).path("DefinitionString").asText()};
        substitutions(id)
                .properties()
                .forEach(one -> text[0] = text[0].replace(
                        "${" + one.getKey() + "}", one.getValue().asText()));
        try {
            return new ObjectMapper().readTree(text[0]);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static String resource(JsonNode parameters) {
        return parameters.has("StackName")
                ? parameters.path("StackName").asText()
                : DeployedTemplate.arn(
                        "autoscaling",
                        "autoScalingGroup:6f1c:autoScalingGroupName/"
                                + parameters.path("AutoScalingGroupName").asText());
    }

    private Role role(String who, JsonNode role, List<AwsCall> done, Set<AwsCall> foreign) {
        List<JsonNode> policies = template.policies(role.asText());
        if (policies.size() != 1) {
            throw new AssertionError(name + "'s " + who + " has " + policies.size() + " policies, not one");
        }
        return new Role(name + ", " + who, policies.get(0), done, List.copyOf(foreign));
    }
}
