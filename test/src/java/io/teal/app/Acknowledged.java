package io.teal.app;

import java.util.List;
import java.util.Optional;

/**
 * Findings of CDK's validation and of cdk-nag's AwsSolutions pack that stand, each with its place and the reason why.
 * They stand here and not in the constructs, so that a user who runs the same checks sees all of them and decides.
 *
 * @param finding the beginning of the finding's name
 * @param place the end of the path of the construct it is found on
 * @param reason why it stands
 */
record Acknowledged(String finding, String place, String reason) {
    static final List<Acknowledged> ALL = List.of(
            new Acknowledged(
                    "AwsSolutions-AS3",
                    "/Group/ASG",
                    "Launches reach EventBridge without being asked for; a topic for each group is the account's choice"),
            new Acknowledged(
                    "AwsSolutions-EC26",
                    "/Group/ASG",
                    "The launch template encrypts every volume; the rule knows none that is in a mixed instances policy"),
            new Acknowledged(
                    "AwsSolutions-EC23",
                    "/Traffic/SecurityGroup/Resource",
                    "An internet-facing load balancer takes clients from anywhere, on its production port only; the"
                            + " fleets' own group admits the load balancer alone, and the preview ports admit nobody"),
            new Acknowledged(
                    "AwsSolutions-ELB2",
                    "/Traffic/LoadBalancer/Resource",
                    "The access log's bucket must outlive the stack: TrafficOptions.accessLogs names it"),
            new Acknowledged(
                    "AwsSolutions-EC23",
                    "shop/Shared/SecurityGroup/Resource",
                    "The example's load balancer stands for one that is there already"),
            new Acknowledged(
                    "AwsSolutions-ELB2",
                    "shop/Shared/Resource",
                    "The example's load balancer stands for one that is there already"),
            new Acknowledged(
                    "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AmazonSSMManagedInstanceCore]",
                    "/Hosts/Role/Resource",
                    "AWS's own minimum for Session Manager, which is there in place of SSH; AWS keeps it current"),
            new Acknowledged(
                    "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRole]",
                    "/Role/Resource",
                    "AWS's own role for CodeDeploy's service principal; AWS keeps it current"),
            new Acknowledged(
                    "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/EC2ImageBuilderLifecycle",
                    "/OldImages/Role/Resource",
                    "AWS's own role for lifecycle policies of Image Builder; AWS keeps it current"),
            new Acknowledged(
                    "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AmazonSSMManagedInstanceCore]",
                    "/Images/Infrastructure/Role/Resource",
                    "Image Builder drives the instances that build by Systems Manager, and asks for this policy"),
            new Acknowledged(
                    "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/EC2InstanceProfileForImageBuilder]",
                    "/Images/Infrastructure/Role/Resource",
                    "AWS's own minimum for instances that build; AWS keeps it current"),
            new Acknowledged(
                    "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::",
                    "/Images/Infrastructure/Role/Resource",
                    "Reading every version of the one artifact: the role is the same for the next version"),
            new Acknowledged(
                    "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::",
                    "/Hosts/Role/Resource",
                    "Reading every version of the one artifact: next week's version has no name yet"),
            new Acknowledged(
                    "AwsSolutions-IAM5[Resource::*]",
                    "/Hosts/Role/DefaultPolicy/Resource",
                    "AWS knows no resource of cloudwatch:PutMetricData; a condition allows one namespace"),
            new Acknowledged(
                    "AwsSolutions-VPC7",
                    "Vpc/Resource",
                    "The examples' VPC stands for the user's own, where flow logs belong; the default app's has one"),
            new Acknowledged(
                    "W9007",
                    "/Traffic/LoadBalancer/Resource",
                    "Two subnets of another stack: the validator cannot see what they resolve to, and takes them for equal"),
            new Acknowledged(
                    "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:elasticloadbalancing:",
                    "/Machinery/FunctionRole/Resource",
                    "The listeners and rules of the one load balancer: the production listener comes after the role"),
            new Acknowledged(
                    "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:autoscaling:",
                    "/Machinery/FunctionRole/Resource",
                    "The service's two groups by name: the middle of the ARN is an id that AWS draws"),
            new Acknowledged(
                    "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:",
                    "/Machinery/FunctionRole/Resource",
                    "The executions of the one state machine, which are named by requests to come"),
            new Acknowledged(
                    "AwsSolutions-IAM5[Resource::*]",
                    "/Machinery/FunctionRole/Resource",
                    "Calls for which AWS knows no resources; PermissionsTest and InstallTest list them"),
            new Acknowledged(
                    "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:codedeploy:<AWS::Region>:<AWS::AccountId>:deploymentgroup:",
                    "/Machinery/FunctionRole/Resource",
                    "The groups of the one application: they come after the role, and go with their fleets"),
            new Acknowledged(
                    "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:codedeploy:<AWS::Region>:<AWS::AccountId>:deploymentconfig:*]",
                    "/Machinery/FunctionRole/Resource",
                    "Reading how many hosts at a time: CodeDeploy asks it of whoever begins a deployment"),
            new Acknowledged(
                    "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ec2:<AWS::Region>:<AWS::AccountId>:instance/*]",
                    "/Machinery/FunctionRole/Resource",
                    "One tag on hosts of the service's two groups, by a condition: a host's id is drawn by AWS"),
            new Acknowledged(
                    "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:autoscaling:",
                    "/TurnBack/MachineRole/Resource",
                    "The service's group by name: the middle of the ARN is an id that AWS draws"),
            new Acknowledged(
                    "AwsSolutions-SF1",
                    "/TurnBack/Machine",
                    "An execution keeps its history for 90 days, with the alarm's event as its input"),
            new Acknowledged(
                    "AwsSolutions-SF2",
                    "/TurnBack/Machine",
                    "Three calls of AWS in a row: a trace shows nothing that the history does not say"),
            new Acknowledged(
                    "AwsSolutions-SF1",
                    "/Machinery/Machine",
                    "An execution keeps its history for 90 days, and the function logs each decision"),
            new Acknowledged(
                    "AwsSolutions-SF2",
                    "/Machinery/Machine",
                    "One function, called in a row: a trace shows nothing that its log does not say"));

    /** The entry that explains {@code found}. */
    static Optional<Acknowledged> explaining(Findings.Finding found) {
        return ALL.stream()
                .filter(entry ->
                        found.name().startsWith(entry.finding) && found.place().endsWith(entry.place))
                .findFirst();
    }
}
