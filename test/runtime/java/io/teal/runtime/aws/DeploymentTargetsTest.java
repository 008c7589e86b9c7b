package io.teal.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.port.AwsException;
import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What moto does not know of CodeDeploy and of tags, as AWS's reference writes it. */
class DeploymentTargetsTest extends QueuedFixture {

    @Test
    void hostsOfAllPagesWithWhatTheirEventsSay() {
        answers.json(
                "ListDeploymentTargets",
                "{\"targetIds\":[\"i-1\"],\"nextToken\":\"more\"}",
                "{\"targetIds\":[\"i-2\"]}");
        answers.json("BatchGetDeploymentTargets", """
                {"deploymentTargets":[
                  {"deploymentTargetType":"InstanceTarget","instanceTarget":{"targetId":"i-1","status":"Failed",
                   "lifecycleEvents":[{"lifecycleEventName":"ApplicationStart","status":"Failed",
                    "diagnostics":{"errorCode":"ScriptFailed","message":"exit code 1","scriptName":"start"}}]}},
                  {"deploymentTargetType":"InstanceTarget","instanceTarget":{"targetId":"i-2","status":"Pending"}}]}
                """);
        assertThat(aws.codeDeploy().describeDeploymentTargets("d-1"))
                .containsExactly(
                        new DeploymentTarget(
                                "i-1",
                                "Failed",
                                List.of(new DeploymentTarget.LifecycleEvent(
                                        "ApplicationStart", "Failed", "exit code 1"))),
                        new DeploymentTarget("i-2", "Pending", List.of()));
    }

    @Test
    void noMoreHostsAreAskedForAtOnceThanTheCallTakes() {
        List<String> ids = new ArrayList<>();
        for (int host = 0; host < 26; host++) {
            ids.add("\"i-" + host + "\"");
        }
        answers.json("ListDeploymentTargets", "{\"targetIds\":[" + String.join(",", ids) + "]}");
        answers.json("BatchGetDeploymentTargets", "{\"deploymentTargets\":[]}", "{\"deploymentTargets\":[]}");
        aws.codeDeploy().describeDeploymentTargets("d-1");
        assertThat(answers.asked.get(2)).contains("[\"i-25\"]");
    }

    @Test
    void aDeploymentThatHasFailedSaysOnHowManyHostsAndWhy() {
        answers.json("GetDeployment", """
                {"deploymentInfo":{"deploymentId":"d-1","status":"Failed","creator":"autoscaling",
                 "deploymentOverview":{"Failed":1,"Skipped":2,"Succeeded":3},
                 "errorInformation":{"code":"HEALTH_CONSTRAINTS","message":"too few"}}}
                """);
        assertThat(aws.codeDeploy().getDeployment("d-1"))
                .isEqualTo(new Deployment(
                        "d-1", "Failed", "autoscaling", Optional.empty(), 3, "HEALTH_CONSTRAINTS: too few"));
    }

    @Test
    void aDeploymentIsStoppedWithoutInstallingTheOneBefore() {
        answers.json("StopDeployment", "{\"status\":\"Pending\"}");
        aws.codeDeploy().stopDeployment("d-1");
        assertThat(answers.asked)
                .containsExactly("StopDeployment {\"deploymentId\":\"d-1\",\"autoRollbackEnabled\":false}");
    }

    @Test
    void aHostThatWasNotTaggedIsAFailureThoughTheCallWasAnswered() {
        String arn = "arn:aws:ec2:eu-west-1:111111111111:instance/i-1";
        answers.json(
                "TagResources",
                "{}",
                "{\"FailedResourcesMap\":{\"" + arn
                        + "\":{\"StatusCode\":404,\"ErrorCode\":\"InvalidParameterException\",\"ErrorMessage\":\"gone\"}}}");
        aws.tagResources(List.of(arn), "teal:version", "1.0.0");
        assertThatThrownBy(() -> aws.tagResources(List.of(arn), "teal:version", "1.0.0"))
                .isInstanceOf(AwsException.class)
                .hasMessage("TagResources " + arn + ": gone");
    }
}
