package io.teal.runtime.wire;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * An account with one of everything.
 *
 * @param balancer ARN of its load balancer
 * @param blue ARN of blue's target group, which has all weight
 * @param green ARN of green's
 * @param machine ARN of its state machine, which waits
 */
record Account(String balancer, String blue, String green, String machine) {
    static final String REGION = "eu-west-1";
    static final String GROUP = "shop-orders-blue";

    private static final SdkHttpClient HTTP = UrlConnectionHttpClient.create();
    private static final String TEMPLATE = """
            {"Resources": {
              "Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}},
              "One": {"Type": "AWS::EC2::Subnet", "Properties":
                {"VpcId": {"Ref": "Vpc"}, "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "eu-west-1a"}},
              "Two": {"Type": "AWS::EC2::Subnet", "Properties":
                {"VpcId": {"Ref": "Vpc"}, "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "eu-west-1b"}},
              "Template": {"Type": "AWS::EC2::LaunchTemplate", "Properties": {"LaunchTemplateName": "orders",
                "LaunchTemplateData": {"ImageId": "ami-12c6146b", "InstanceType": "t3.small"}}}},
             "Outputs": {"Vpc": {"Value": {"Ref": "Vpc"}}, "One": {"Value": {"Ref": "One"}},
              "Two": {"Value": {"Ref": "Two"}}}}
            """;

    static Account make(URI endpoint) {
        Region region = Region.of(REGION);
        CloudFormationClient stacks = CloudFormationClient.builder()
                .httpClient(HTTP)
                .endpointOverride(endpoint)
                .region(region)
                .build();
        stacks.createStack(request -> request.stackName("shop").templateBody(TEMPLATE));
        List<String> made = List.of(output(stacks, "Vpc"), output(stacks, "One"), output(stacks, "Two"));
        group(endpoint, region, made);
        watch(endpoint, region);
        deploying(endpoint, region);
        return balancing(endpoint, region, made, machine(endpoint, region));
    }

    private static String output(CloudFormationClient stacks, String name) {
        return stacks.describeStacks(request -> request.stackName("shop")).stacks().get(0).outputs().stream()
                .filter(output -> output.outputKey().equals(name))
                .findFirst()
                .orElseThrow()
                .outputValue();
    }

    private static void group(URI endpoint, Region region, List<String> made) {
        AutoScalingClient scaling = AutoScalingClient.builder()
                .httpClient(HTTP)
                .endpointOverride(endpoint)
                .region(region)
                .build();
        Tag version = Tag.builder()
                .key("teal:version")
                .value("1.0.0")
                .propagateAtLaunch(true)
                .build();
        scaling.createAutoScalingGroup(request -> request.autoScalingGroupName(GROUP)
                .minSize(2)
                .maxSize(4)
                .vpcZoneIdentifier(made.get(1) + "," + made.get(2))
                .launchTemplate(
                        template -> template.launchTemplateName("orders").version("1"))
                .tags(version));
    }

    private static void deploying(URI endpoint, Region region) {
        CodeDeployClient deploying = CodeDeployClient.builder()
                .httpClient(HTTP)
                .endpointOverride(endpoint)
                .region(region)
                .build();
        deploying.createApplication(request -> request.applicationName("orders"));
        deploying.createDeploymentGroup(request -> request.applicationName("orders")
                .deploymentGroupName("green")
                .autoScalingGroups(GROUP)
                .serviceRoleArn("arn:aws:iam::123456789012:role/deploys"));
    }

    private static void watch(URI endpoint, Region region) {
        CloudWatchClient watching = CloudWatchClient.builder()
                .httpClient(HTTP)
                .endpointOverride(endpoint)
                .region(region)
                .build();
        watching.putMetricAlarm(request -> request.alarmName("errors")
                .namespace("Shop")
                .metricName("Errors")
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .threshold(1.0)
                .evaluationPeriods(1)
                .period(60)
                .statistic(Statistic.SUM));
        watching.putMetricData(
                request -> request.namespace("AWS/ApplicationELB").metricData(requests()));
    }

    private static MetricDatum requests() {
        return MetricDatum.builder()
                .metricName("RequestCount")
                .value(42.0)
                .timestamp(Instant.now())
                .dimensions(Dimension.builder()
                        .name("TargetGroup")
                        .value("targetgroup/blue/1")
                        .build())
                .build();
    }

    private static String machine(URI endpoint, Region region) {
        SfnClient machines = SfnClient.builder()
                .httpClient(HTTP)
                .endpointOverride(endpoint)
                .region(region)
                .build();
        return machines.createStateMachine(
                        request -> request.name("shop-orders-release")
                                .roleArn("arn:aws:iam::123456789012:role/machine")
                                .definition(
                                        "{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Wait\",\"Seconds\":60,\"End\":true}}}"))
                .stateMachineArn();
    }

    private static Account balancing(URI endpoint, Region region, List<String> made, String machine) {
        ElasticLoadBalancingV2Client balancing = ElasticLoadBalancingV2Client.builder()
                .httpClient(HTTP)
                .endpointOverride(endpoint)
                .region(region)
                .build();
        String balancer = balancing
                .createLoadBalancer(request -> request.name("shop").subnets(made.get(1), made.get(2)))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
        String blue = targets(balancing, "blue", made.get(0));
        String green = targets(balancing, "green", made.get(0));
        Action forward = Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .forwardConfig(ForwardActionConfig.builder()
                        .targetGroups(weight(blue, 100), weight(green, 0))
                        .build())
                .build();
        balancing.createListener(request -> request.loadBalancerArn(balancer)
                .port(80)
                .protocol(ProtocolEnum.HTTP)
                .defaultActions(forward));
        return new Account(balancer, blue, green, machine);
    }

    private static String targets(ElasticLoadBalancingV2Client balancing, String name, String vpc) {
        return balancing
                .createTargetGroup(request -> request.name(name)
                        .port(8080)
                        .protocol(ProtocolEnum.HTTP)
                        .vpcId(vpc))
                .targetGroups()
                .get(0)
                .targetGroupArn();
    }

    private static TargetGroupTuple weight(String targetGroup, int weight) {
        return TargetGroupTuple.builder()
                .targetGroupArn(targetGroup)
                .weight(weight)
                .build();
    }
}
