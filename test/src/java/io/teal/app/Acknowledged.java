package io.teal.app;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;

/**
 * Findings of cdk-nag's AwsSolutions pack that stand, each with the reason why. They stand here and not in the
 * constructs, so that a user who runs cdk-nag sees all of them and decides.
 */
final class Acknowledged {
    private static final Map<String, String> REASONS = new TreeMap<>(Map.of(
            "AwsSolutions-AS3",
            "Notifications of launches go where an account collects events (EventBridge gets them without being asked)",
            "AwsSolutions-EC23",
            "An internet-facing load balancer takes clients from anywhere, on its production port only; the fleets' own"
                    + " group admits the load balancer alone, and the preview ports admit nobody",
            "AwsSolutions-ELB2",
            "The access log's bucket must outlive the stack and be in its region: TrafficOptions.accessLogs names it",
            "AwsSolutions-IAM4x",
            "AWS's own minimum for Session Manager, which is there in place of SSH; AWS keeps it current",
            "AwsSolutions-IAM4y",
            "AWS's own role for CodeDeploy's service principal; AWS keeps it current",
            "AwsSolutions-VPC7",
            "The examples' VPC stands for the user's own, where flow logs belong; the default app's VPC has one"));

    private Acknowledged() {}

    static void in(App app) {
        REASONS.forEach((id, reason) -> Validations.of(app)
                .acknowledge(Acknowledgment.builder()
                        .id("AwsSolutions::" + id)
                        .reason(reason)
                        .build()));
    }
}
