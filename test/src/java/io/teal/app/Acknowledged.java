package io.teal.app;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Findings of CDK's validation and of cdk-nag's AwsSolutions pack that stand, each with the reason why. They stand here
 * and not in the constructs, so that a user who runs the same checks sees all of them and decides.
 */
final class Acknowledged {
    /** By the beginning of a finding's name. */
    static final Map<String, String> REASONS = new TreeMap<>(Map.of(
            "AwsSolutions-AS3",
            "Launches and terminations reach EventBridge without being asked for; a topic per group is the account's choice",
            "AwsSolutions-EC23",
            "An internet-facing load balancer takes clients from anywhere, on its production port only; the fleets' own"
                    + " group admits the load balancer alone, and the preview ports admit nobody",
            "AwsSolutions-ELB2",
            "The access log's bucket must outlive the stack and be in its region: TrafficOptions.accessLogs names it",
            "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AmazonSSMManagedInstanceCore]",
            "AWS's own minimum for Session Manager, which is there in place of SSH; AWS keeps it current",
            "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRole]",
            "AWS's own role for CodeDeploy's service principal; AWS keeps it current",
            "AwsSolutions-IAM5[Resource::arn:",
            "Reading every version of the one artifact: both colours share the role, and next week's version has no name yet",
            "AwsSolutions-VPC7",
            "The examples' VPC stands for the user's own, where flow logs belong; the default app's VPC has one",
            "W9007",
            "Two subnets of another stack: the validator cannot see what they resolve to and takes them for equal",
            "Annotation::teal:ungatedWeights",
            "True of this version of Teal, and said to the user at every synthesis"));

    private Acknowledged() {}

    /** The entry that explains {@code finding}. */
    static Optional<String> explaining(String finding) {
        return REASONS.keySet().stream().filter(finding::startsWith).findFirst();
    }
}
