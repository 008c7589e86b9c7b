package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Hook;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AwsException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each kind of failure, as CloudFormation is told: what failed, what to do, 400 characters. */
class ExplanationTest extends TurnedBackFixture {
    private static final String DENIED =
            "You are not authorized to perform this operation. Encoded authorization failure" + " message: "
                    + "x".repeat(1000) + ". Launching EC2 instance failed.";

    @Test
    void hostsThatAreNotHealthyAreCountedByTheReasonOfTheLoadBalancer() {
        green(2, "unhealthy", "Target.FailedHealthChecks");
        assertThat(explained().text())
                .isEqualTo("green's targets: 2 unhealthy (Target.FailedHealthChecks); gave up: it went wrong\n"
                        + "see the logs of green's hosts, and: aws elbv2 describe-target-health --target-group-arn "
                        + Orders.targets(Color.GREEN));
    }

    @Test
    void hostsThatDoNotStartSayWhatTheLastOneFailedOf() {
        green(0, "", "");
        inService();
        activity(Duration.ofMinutes(5), "Successful", "Terminating EC2 instance");
        activity(Duration.ofMinutes(10), "Failed", "it is the last that failed");
        activity(Duration.ofMinutes(20), "Failed", "it failed before that");
        assertThat(explained().what())
                .isEqualTo("green's hosts do not start, 0 of 2 hosts in service: it is the last that failed");
        assertThat(explained().todo()).isEqualTo(Launches.TODO);
        assertThat(explained().seen()).anySatisfy(line -> assertThat(line).contains("it failed before that"));
    }

    @Test
    void aLaunchThatFailedBeforeThisReleaseOrWhereNoHostIsMissingIsNotTheReason() {
        green(2, "unhealthy", "Target.Timeout");
        activity(Duration.ofMinutes(10), "Failed", "a host failed");
        assertThat(explained().what()).startsWith("green's targets: 2 unhealthy");
        aws.activities.clear();
        inService("i-green0");
        activity(Duration.ofHours(2), "Failed", "it was long ago");
        assertThat(explained().what()).startsWith("green's targets: 2 unhealthy");
    }

    @Test
    void aLongMessageIsCutForCloudFormationAndKeptInTheRecord() {
        green(0, "", "");
        inService();
        activity(Duration.ofMinutes(10), "Failed", DENIED);
        assertThat(explained().text()).contains(" ...\nremove what Auto Scaling names");
        assertThat(explained().lines().get(0)).endsWith(DENIED);
    }

    @Test
    void alarmsAreNamedWithTheirFiguresAndThresholdsAndOthersAreNot() {
        aws.alarms.put("shared", new AlarmReading("OK", "Threshold Crossed: no datapoints"));
        aws.alarms.put("green-errors", new AlarmReading("ALARM", CROSSED));
        assertThat(explained(Gate.Alarm.ALARM, Map.of(), Optional.empty()).text())
                .isEqualTo("in ALARM: green-errors (2 out of the last 3 datapoints [100.0, 50.0] were greater than or"
                        + " equal to the threshold (5.0))\n"
                        + "see the logs of green's hosts, and deploy a version without this");
    }

    @Test
    void aProbeThatFailedIsNotMistakenForAnAlarm() {
        Map<String, Object> failed = Map.of("probedSince", NOW.toString(), "failed", "3", "answered", "1");
        assertThat(explained(Gate.Alarm.ALARM, failed, Optional.empty()).what())
                .isEqualTo("the probe says that requests to green's preview fail");
    }

    @Test
    void aHookIsQuoted() {
        Map<String, Object> failed = Map.of("hook", Hook.FAILED.name(), "hookSaid", "the schema\nis of yesterday");
        assertThat(explained(Gate.Alarm.OK, failed, Optional.empty()).what())
                .isEqualTo("the hook failed: the schema is of yesterday");
    }

    @Test
    void anObstacleIsNamedWithItsRemedyWhateverElseIsWrong() {
        green(2, "unhealthy", "Target.Timeout");
        AwsException denied = new AwsException("AccessDenied", "ModifyListener: denied", null);
        Reason reason = explained(Gate.Alarm.ALARM, Map.of(), Optional.of(denied));
        assertThat(reason.what()).isEqualTo("ModifyListener: denied");
        assertThat(reason.todo()).startsWith("let the role of the release function make this call");
    }

    @Test
    void anythingElseIsTheEnginesWordsAndWhereToLook() {
        assertThat(explained().text()).isEqualTo("gave up: it went wrong\nlook: bin/teal status shop");
    }

    @Test
    void theRecordHasTheHostsOfEveryTargetGroupAndTheLiveWeights() {
        assertThat(explained().seen())
                .contains(
                        "the run said: gave up: it went wrong",
                        "green's targets in " + Orders.targets(Color.GREEN) + ": 2 healthy",
                        "green's fleet: 2 of 2 hosts in service",
                        "live weights blue/green: 90/10");
    }

    @Test
    void whatCannotBeReadIsSaidAndHidesNothingElse() {
        aws.broken = Optional.of("describeScalingActivities");
        assertThat(explained().seen()).contains("live weights blue/green: 90/10");
    }

    @Test
    void noReadBeginsWhenTheTickIsNearlyOver() {
        SpareReads late = new SpareReads(aws, Clock.fixed(NOW, ZoneOffset.UTC), NOW.minusSeconds(13));
        assertThat(late.attempt(any -> "read")).isEmpty();
    }
}
