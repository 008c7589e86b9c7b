package io.teal.constructs.internal.cutover;

import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** What every run needs: to start and find executions of its state machine, and to read. */
final class RunPermissions {
    private final Construct scope;
    private final String machine;

    RunPermissions(Construct scope, String machine) {
        this.scope = scope;
        this.machine = machine;
    }

    PolicyStatement stack() {
        return Permissions.allow(List.of(Aws.STACK_ID), "cloudformation:DescribeStacks");
    }

    List<PolicyStatement> executions() {
        return List.of(
                Permissions.allow(
                        List.of(states("stateMachine", machine)), "states:StartExecution", "states:ListExecutions"),
                Permissions.allow(
                        List.of(states("execution", machine + ":*")),
                        "states:DescribeExecution",
                        "states:StopExecution"));
    }

    /** AWS cannot scope these calls to resources. */
    PolicyStatement reads() {
        return Permissions.allow(
                List.of(Permissions.ALL),
                "elasticloadbalancing:DescribeListeners",
                "elasticloadbalancing:DescribeRules",
                "elasticloadbalancing:DescribeTargetHealth",
                "autoscaling:DescribeAutoScalingGroups",
                "tag:GetResources",
                "cloudwatch:DescribeAlarms",
                "cloudwatch:GetMetricData");
    }

    private String states(String resource, String name) {
        return Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("states")
                        .resource(resource)
                        .resourceName(name)
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }
}
