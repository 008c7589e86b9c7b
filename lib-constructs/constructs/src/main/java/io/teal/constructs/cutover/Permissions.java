package io.teal.constructs.cutover;

import io.teal.constructs.fleet.ColorFleet;
import io.teal.constructs.traffic.ExistingListener;
import io.teal.release.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * What the function may do: what it changes is this service's only; what it reads is, where AWS knows resources for it.
 *
 * <p>Names by pattern, not references: the function must be there before the fleets and the production listener, so a
 * reference to one would close a circle.
 */
final class Permissions {
    /** Tag of the rule on an existing listener; its value is the name of the state machine that may change it. */
    static final String RULE_TAG = "teal:release";

    private static final String ALL = "*";

    private final Construct scope;
    private final CutoverProps props;
    private final String machine;

    Permissions(Construct scope, CutoverProps props, String machine) {
        this.scope = scope;
        this.props = props;
        this.machine = machine;
    }

    List<PolicyStatement> statements() {
        List<PolicyStatement> statements = new ArrayList<>(service());
        props.installs().values().stream()
                .findFirst()
                .ifPresent(install -> statements.addAll(new InstallPermissions(scope, props).statements(install)));
        return statements;
    }

    private List<PolicyStatement> service() {
        return List.of(
                allow(List.of(Aws.STACK_ID), "cloudformation:DescribeStacks"),
                weights(),
                allow(groups(), "autoscaling:SetDesiredCapacity", "autoscaling:CreateOrUpdateTags"),
                allow(List.of(machineArn()), "states:StartExecution", "states:ListExecutions"),
                allow(List.of(executions()), "states:DescribeExecution", "states:StopExecution"),
                reads());
    }

    /** AWS knows no resources for these calls, or cannot scope them. */
    private static PolicyStatement reads() {
        return allow(
                List.of(ALL),
                "elasticloadbalancing:DescribeListeners",
                "elasticloadbalancing:DescribeRules",
                "elasticloadbalancing:DescribeTargetHealth",
                "autoscaling:DescribeAutoScalingGroups",
                "tag:GetResources",
                "cloudwatch:DescribeAlarms",
                "cloudwatch:GetMetricData");
    }

    String machineArn() {
        return Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("states")
                        .resource("stateMachine")
                        .resourceName(machine)
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }

    private String executions() {
        return Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("states")
                        .resource("execution")
                        .resourceName(machine + ":*")
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }

    private PolicyStatement weights() {
        return props.traffic()
                .existingListener()
                .map(this::ownRule)
                .orElseGet(() ->
                        allow(listeners(), "elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyRule"));
    }

    /** Others have rules on the same listener: only the one with the service's tag. */
    private PolicyStatement ownRule(ExistingListener existing) {
        String listener =
                Fn.select(1, Fn.split(":listener/", existing.listener().getListenerArn()));
        return PolicyStatement.Builder.create()
                .actions(List.of("elasticloadbalancing:ModifyRule"))
                .resources(List.of(balancing(List.of("listener-rule/", listener, "/*"))))
                .conditions(Map.of("StringEquals", Map.of("aws:ResourceTag/" + RULE_TAG, machine)))
                .build();
    }

    /** Every listener and rule of the service's load balancer: {@code listener/app/<name>/<id>/*}. */
    private List<String> listeners() {
        String balancer = props.router().getLoadBalancerFullName();
        return Stream.of("listener/", "listener-rule/")
                .map(kind -> balancing(List.of(kind, balancer, "/*")))
                .toList();
    }

    private String balancing(List<String> resource) {
        return Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("elasticloadbalancing")
                        .resource(Fn.join("", resource))
                        .arnFormat(ArnFormat.NO_RESOURCE_NAME)
                        .build());
    }

    private List<String> groups() {
        return Stream.of(Color.values())
                .map(color -> Stack.of(scope)
                        .formatArn(ArnComponents.builder()
                                .service("autoscaling")
                                .resource("autoScalingGroup")
                                .resourceName("*:autoScalingGroupName/"
                                        + ColorFleet.groupName(scope, props.serviceName(), color))
                                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                                .build()))
                .toList();
    }

    static PolicyStatement allow(List<String> resources, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(resources)
                .build();
    }
}
