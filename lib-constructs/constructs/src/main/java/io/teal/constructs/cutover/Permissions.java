package io.teal.constructs.cutover;

import io.teal.constructs.fleet.ColorFleet;
import io.teal.release.Color;
import java.util.ArrayList;
import java.util.List;
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
                allow(listeners(), "elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyRule"),
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

    /** Every listener and rule of the service's load balancer: {@code listener/app/<name>/<id>/*}. */
    private List<String> listeners() {
        String balancer = props.router().getLoadBalancer().getLoadBalancerFullName();
        return Stream.of("listener/", "listener-rule/")
                .map(kind -> Stack.of(scope)
                        .formatArn(ArnComponents.builder()
                                .service("elasticloadbalancing")
                                .resource(Fn.join("", List.of(kind, balancer, "/*")))
                                .arnFormat(ArnFormat.NO_RESOURCE_NAME)
                                .build()))
                .toList();
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
