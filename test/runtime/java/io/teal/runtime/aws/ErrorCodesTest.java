package io.teal.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.port.Obstacle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Every error that AWS's models name for a call that a run makes is classed: none is taken for passing unseen. */
class ErrorCodesTest {
    private static final Map<Class<?>, List<String>> CALLS = Map.of(
            CloudFormationClient.class, List.of("describeStacks"),
            ElasticLoadBalancingV2Client.class,
                    List.of(
                            "describeListeners",
                            "describeRules",
                            "describeTargetHealth",
                            "modifyListener",
                            "modifyRule"),
            AutoScalingClient.class,
                    List.of(
                            "describeAutoScalingGroups",
                            "describeScalingActivities",
                            "setDesiredCapacity",
                            "createOrUpdateTags"),
            ResourceGroupsTaggingApiClient.class, List.of("getResources", "tagResources"),
            CloudWatchClient.class, List.of("describeAlarms", "getMetricData"),
            SfnClient.class, List.of("startExecution", "listExecutions", "describeExecution", "stopExecution"),
            CodeDeployClient.class,
                    List.of(
                            "getDeploymentGroup",
                            "createDeployment",
                            "getDeployment",
                            "listDeployments",
                            "listDeploymentTargets",
                            "batchGetDeploymentTargets",
                            "stopDeployment"));

    static Stream<Class<?>> clients() {
        return CALLS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void everyModelledErrorIsClassed(Class<?> client) {
        Map<String, Obstacle> classed = new TreeMap<>();
        codes(client).forEach(code -> classed.put(code, Obstacle.of(code)));
        assertThat(classed).doesNotContainValue(Obstacle.UNKNOWN);
    }

    /** An error's code is its class's name, in the older protocols without "Exception". */
    private static Stream<String> codes(Class<?> client) {
        return Arrays.stream(client.getMethods())
                .filter(method -> CALLS.get(client).contains(method.getName()))
                .flatMap(method -> Arrays.stream(method.getExceptionTypes()))
                .filter(AwsServiceException.class::isAssignableFrom)
                .filter(error -> error.getSuperclass().getSuperclass() == AwsServiceException.class)
                .map(Class::getSimpleName)
                .flatMap(name -> Stream.of(name, name.replaceAll("Exception$", "")));
    }
}
