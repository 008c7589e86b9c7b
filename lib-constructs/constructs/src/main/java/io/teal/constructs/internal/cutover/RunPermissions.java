package io.teal.constructs.internal.cutover;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** What every run needs: to start an execution of its state machine, and to read. */
final class RunPermissions {
    /** For hosts on which CodeDeploy installs: what they run is in their tags only. */
    static final String HOST_TAGS = "tag:GetResources";

    private final Construct scope;
    private final String machine;

    RunPermissions(Construct scope, String machine) {
        this.scope = scope;
        this.machine = machine;
    }

    PolicyStatement stack() {
        return Permissions.allow(List.of(Aws.STACK_ID), "cloudformation:DescribeStacks");
    }

    PolicyStatement start() {
        return Permissions.allow(machines(), "states:StartExecution");
    }

    /** For a run that reads what earlier ones did, and stops those that have not ended. */
    List<PolicyStatement> earlierRuns() {
        return List.of(
                Permissions.allow(machines(), "states:ListExecutions"),
                Permissions.allow(
                        List.of(Permissions.arn(scope, "states", "execution", machine + ":*")),
                        "states:DescribeExecution",
                        "states:StopExecution"));
    }

    private List<String> machines() {
        return List.of(Permissions.arn(scope, "states", "stateMachine", machine));
    }

    /**
     * Reads that AWS cannot scope to resources. It can scope {@code DescribeAlarms}, and then refuses to tell of
     * composite alarms, which an imported alarm may be.
     *
     * @param more actions of the same kind
     */
    static PolicyStatement reads(List<String> more) {
        List<String> actions = new ArrayList<>(List.of(
                "autoscaling:DescribeAutoScalingGroups",
                "autoscaling:DescribeScalingActivities",
                "cloudwatch:DescribeAlarms"));
        actions.addAll(more);
        return Permissions.allow(List.of(Permissions.ALL), actions.toArray(String[]::new));
    }
}
