package io.teal.constructs.internal.cutover;

import java.util.List;
import software.amazon.awscdk.Aws;
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
                        List.of(Permissions.arn(scope, "states", "stateMachine", machine)),
                        "states:StartExecution",
                        "states:ListExecutions"),
                Permissions.allow(
                        List.of(Permissions.arn(scope, "states", "execution", machine + ":*")),
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
}
