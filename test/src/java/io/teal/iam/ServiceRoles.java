package io.teal.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the roles of one service may do, what they do in all cases of the runtime, and what is none of their business.
 */
final class ServiceRoles {
    private final String name;
    private final DeployedTemplate template;
    private final ServiceCases cases;
    private final List<AwsCall> calls;
    private final String function;
    private final String machine;

    /** The service {@code service} of {@code stack}, after all its cases. */
    ServiceRoles(String stack, DeployedTemplate template, String service, Wire wire) {
        this.name = stack + " " + service;
        this.template = template;
        this.cases = new ServiceCases(template, service).play();
        this.calls = wire.requests(cases.operation.recorder.calls()).stream()
                .flatMap(asked -> Authorization.of(cases.operation.account, asked).stream())
                .distinct()
                .toList();
        this.function = template.idOf("Lambda::Function", cases.properties.text("ServiceToken"));
        this.machine = template.idOf("StepFunctions::StateMachine", cases.properties.text("StateMachine"));
    }

    /** The methods of the port that were called. */
    Set<Method> methods() {
        return cases.operation.recorder.calls().stream()
                .map(PortRecorder.PortCall::method)
                .collect(Collectors.toSet());
    }

    /** The function's; {@code other} is the second service. */
    Role function(ServiceRoles other) {
        List<AwsCall> done = new ArrayList<>(calls);
        String log = DeployedTemplate.arn(
                "logs",
                "log-group:"
                        + template.properties(function)
                                .path("LoggingConfig")
                                .path("LogGroup")
                                .asText()
                        + ":log-stream:2026/11/26/1");
        done.add(new AwsCall("logs:CreateLogStream", log, Map.of()));
        done.add(new AwsCall("logs:PutLogEvents", log, Map.of()));
        Set<AwsCall> foreign = new LinkedHashSet<>(other.calls);
        foreign.removeIf(call -> call.resource().equals("*"));
        foreign.addAll(new ForeignCalls(cases.operation.account, calls).all());
        done.forEach(foreign::remove);
        return role("function", template.properties(function).path("Role"), done, foreign);
    }

    /** The state machine's. */
    Role machine(ServiceRoles other) {
        Set<AwsCall> foreign = new HashSet<>(other.invoked());
        return role("machine", template.properties(machine).path("RoleArn"), invoked(), foreign);
    }

    private List<AwsCall> invoked() {
        Set<String> functions = new HashSet<>(cases.operation.functions);
        functions.add(cases.properties.text("ServiceToken"));
        return Stream.of(
                        on("lambda:InvokeFunction", functions),
                        on("events:PutEvents", cases.operation.buses),
                        on("sns:Publish", cases.operation.topics))
                .flatMap(List::stream)
                .toList();
    }

    private static List<AwsCall> on(String action, Set<String> resources) {
        return resources.stream().map(arn -> new AwsCall(action, arn, Map.of())).toList();
    }

    private Role role(String who, JsonNode arn, List<AwsCall> done, Set<AwsCall> foreign) {
        List<JsonNode> policies = template.policies(arn.asText());
        if (policies.size() != 1) {
            throw new AssertionError(name + "'s " + who + " has " + policies.size() + " policies, not one");
        }
        return new Role(name + ", " + who, policies.get(0), done, List.copyOf(foreign));
    }
}
