package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.Event.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunsTest extends RunsFixture {
    @Test
    void anEventStartsOneExecutionHoweverOftenItIsDelivered() {
        Map<String, Object> event = Orders.event(ResourceType.PREFLIGHT, "r1", Optional.of(ONE), STARTED);
        runs.onEvent(event);
        runs.onEvent(event);
        assertThat(aws.writes).containsExactly("start preflight-r1");
        assertThat(answers).isEmpty();
    }

    @Test
    void anExecutionThatCannotBeStartedIsLeftToLambdasRetry() {
        aws.broken = Optional.of("startExecution");
        Map<String, Object> event = Orders.event(ResourceType.SHIFT, "r1", Optional.of(ONE), STARTED);
        assertThatThrownBy(() -> runs.onEvent(event)).isInstanceOf(AwsException.class);
    }

    @Test
    void aDeleteIsAnsweredAtOnceAndChangesNothing() {
        Map<String, Object> event = Orders.event(ResourceType.SHIFT, "r1", Optional.empty(), STARTED);
        event.put("RequestType", "Delete");
        event.put("PhysicalResourceId", "mine");
        runs.onEvent(event);
        assertThat(answers.get("https://answer/r1"))
                .containsEntry("Status", "SUCCESS")
                .containsEntry("PhysicalResourceId", "mine");
        assertThat(aws.writes).isEmpty();
    }

    private Map<String, Object> farewell() {
        Map<String, Object> event = Orders.event(ResourceType.SHIFT, "r1", Optional.empty(), STARTED);
        Map<String, Object> told = new TreeMap<>(CutoverMap.write(Orders.properties(STARTED)));
        told.put("Farewell", "120");
        event.put("ResourceProperties", told);
        event.put("RequestType", "Delete");
        return event;
    }

    private Map<String, Object> farewellThatBegan(Instant started) {
        return Map.of(Runs.EVENT, farewell(), Runs.EXECUTION, "shift-r1", Runs.STARTED, started.toString());
    }

    @Test
    void aDeleteOfARuleOnAListenerThatStaysIsAnsweredWhenEveryNodeHasForgottenTheRule() {
        runs.onEvent(farewell());
        assertThat(aws.writes).containsExactly("start shift-r1");
        assertThat(answers).isEmpty();
        assertThat(runs.tick(farewellThatBegan(NOW)))
                .containsEntry(Runs.NEXT, "wait")
                .containsEntry(Runs.SECONDS, 121L);
        runs.answer(runs.tick(farewellThatBegan(NOW.minusSeconds(121))));
        assertThat(answers.get("https://answer/r1")).containsEntry("Status", "SUCCESS");
    }

    @Test
    void aFarewellIsSaidWhenItIsDeletedAndNotBefore() {
        Map<String, Object> event = farewell();
        event.put("ResourceType", "Custom::TealFarewell");
        for (String request : List.of("Create", "Update")) {
            event.put("RequestType", request);
            runs.onEvent(event);
            assertThat(answers.remove("https://answer/r1")).as(request).containsEntry("Status", "SUCCESS");
        }
        assertThat(aws.writes).isEmpty();
        event.put("RequestType", "Delete");
        runs.onEvent(event);
        assertThat(aws.writes).containsExactly("start farewell-r1");
        assertThat(answers).isEmpty();
    }

    @Test
    void aDeleteThatCannotWaitOrFailsWhileItWaitsIsAnsweredAllTheSame() {
        aws.broken = Optional.of("startExecution");
        runs.onEvent(farewell());
        assertThat(answers.get("https://answer/r1")).containsEntry("Status", "SUCCESS");
        runs.answer(runs.abort(farewellThatBegan(NOW)));
        assertThat(answers.get("https://answer/r1")).containsEntry("Status", "SUCCESS");
    }

    @Test
    void propertiesThatCannotBeReadAreAnsweredWithTheReason() {
        Map<String, Object> event = Orders.event(ResourceType.SHIFT, "r1", Optional.empty(), STARTED);
        event.put("ResourceProperties", Map.of("Schema", "9"));
        runs.onEvent(event);
        assertThat(answers.get("https://answer/r1")).containsEntry("Status", "FAILED");
        assertThat(answers.get("https://answer/r1").get("Reason").toString())
                .startsWith("properties of schema 1 are needed, got 9");
    }

    @Test
    void aRefusalIsTheFirstSentenceOfTheAnswerAndNothingIsWritten() {
        Orders.weights(aws, 0, 100);
        toTheEnd(preflight("r2", ONE, STARTED));
        assertThat(answers.get("https://answer/r2").get("Reason").toString())
                .startsWith("live weights are 0/100 and the template says 100/0\ndeploy ");
        assertThat(aws.writes).isEmpty();
    }

    @Test
    void anAcceptedStartPinsTheServingColorAndGivesTheOtherTheNewest() {
        Map<String, Object> payload = preflight("r1", ONE, STARTED);
        toTheEnd(payload);
        assertThat(answers.get("https://answer/r1").get("Data"))
                .isEqualTo(Map.of("BlueLaunchTemplateVersion", "1", "GreenLaunchTemplateVersion", "1"));
    }

    @Test
    void whatCannotBeReadIsLookedForAgainAndGivenUpAfterTenMinutes() {
        aws.broken = Optional.of("describeRules");
        Map<String, Object> payload = preflight("r1", ONE, STARTED);
        assertThat(runs.tick(payload)).containsEntry("next", "wait");
        payload.put(Runs.STARTED, NOW.minusSeconds(601).toString());
        assertThat(runs.tick(payload)).containsEntry("next", "answer").containsEntry("succeeded", "false");
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        assertThat(runs.tick(payload)).containsEntry("next", "wait");
    }

    @Test
    void theHourCountsFromCloudFormationsRequestHoweverLateTheEventIsDelivered() {
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        aws.broken = Optional.of("describeRules");
        Map<String, Object> event = Orders.event(ResourceType.PREFLIGHT, "r1", Optional.of(PROMOTED), ONE);
        event.put("ResponseURL", "https://answer/r1?X-Amz-Algorithm=A&X-Amz-Date=20261121T110159Z&X-Amz-Expires=7200");
        assertThat(runs.tick(payload(event, "preflight-r1"))).containsEntry("next", "answer");
        event.put("ResponseURL", "https://answer/r1?X-Amz-Algorithm=A&X-Amz-Date=20261121T110201Z&X-Amz-Expires=7200");
        assertThat(runs.tick(payload(event, "preflight-r1"))).containsEntry("next", "wait");
    }

    @Test
    void aRollbackOfARefusedDeployMovesNothingAndAnswersAtOnce() {
        record(preflight("r1", ONE, PROMOTED));
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        Map<String, Object> output = toTheEnd(preflight("r2", PROMOTED, ONE));
        assertThat(output).containsEntry("succeeded", "true");
        assertThat(aws.writes).isEmpty();
    }

    @Test
    void aRollbackAfterShiftBeganBringsTrafficHomeBeforeItAnswers() {
        Map<String, Object> forward = preflight("r1", ONE, PROMOTED);
        record(forward);
        aws.executions.add(0, new Execution("arn:shift-r2", "shift-r2", "ABORTED", NOW));
        Orders.fleet(aws, Color.GREEN, "2.0.0");
        Orders.weights(aws, 0, 100);
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        Map<String, Object> opened = runs.tick(preflight("r3", PROMOTED, ONE));
        assertThat(opened).containsEntry("next", "again");
        assertThat(opened.get("opened").toString()).contains("home=100/0, kind=RECOVER");
    }

    /** The call that lowered it may land late: a run that is home looks once more at its size. */
    @Test
    @SuppressWarnings("unchecked")
    void aRollbackOfAReleaseWhoseStandbyRestsKnowsHowManyHostsHomeHad() {
        Map<String, Object> forward = Orders.event(ResourceType.PREFLIGHT, "r1", Optional.of(ONE), PROMOTED);
        Map<String, Object> back = Orders.event(ResourceType.PREFLIGHT, "r3", Optional.of(PROMOTED), ONE);
        ((Map<String, Object>) forward.get("ResourceProperties")).put("StandbyCapacity", "1");
        ((Map<String, Object>) back.get("OldResourceProperties")).put("StandbyCapacity", "1");
        record(payload(forward, "preflight-r1"));
        aws.executions.add(0, new Execution("arn:shift-r2", "shift-r2", "ABORTED", NOW));
        Orders.fleet(aws, Color.GREEN, "2.0.0");
        Orders.weights(aws, 0, 100);
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        Map<String, Object> opened = runs.tick(payload(back, "preflight-r3"));
        assertThat(opened.get("opened").toString()).containsPattern("home=100/0, hosts=[1-9]\\d*, kind=RECOVER");
    }

    @Test
    void aRollbackReadsTheListOfExecutionsWhenItIsTenSecondsOld() {
        record(preflight("r1", ONE, PROMOTED));
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        Map<String, Object> young = new TreeMap<>(preflight("r3", PROMOTED, ONE));
        young.put(Runs.STARTED, NOW.minusSeconds(AGE_SECONDS - 1).toString());
        assertThat(runs.tick(young)).containsEntry("next", "wait");
        assertThat(runs.tick(preflight("r3", PROMOTED, ONE))).containsEntry("next", "answer");
    }

    @Test
    void aShiftWaitsForTheRecordOfItsPreflight() {
        Map<String, Object> shift =
                payload(Orders.event(ResourceType.SHIFT, "r2", Optional.of(ONE), STARTED), "shift-r2");
        assertThat(runs.tick(shift)).containsEntry("next", "wait");
        record(preflight("r1", ONE, STARTED));
        assertThat(runs.tick(shift)).containsEntry("next", "again");
    }

    @Test
    void aPreflightThatLambdaDeliversAfterTheNextDeploysIsNotTakenForIts() {
        record(preflight("r2", ONE, STARTED));
        Map<String, Object> late = Orders.event(ResourceType.PREFLIGHT, "r1", Optional.of(ONE), PROMOTED);
        late.put("ResponseURL", "https://answer/r1?X-Amz-Date=20261121T113000Z");
        record(payload(late, "preflight-r1"));
        Map<String, Object> shift =
                payload(Orders.event(ResourceType.SHIFT, "r3", Optional.of(ONE), STARTED), "shift-r3");
        assertThat(runs.tick(shift)).containsEntry("next", "again");
    }

    @Test
    void aShiftInARollbackAnswersWithTheWeightsThatAreLive() {
        Orders.weights(aws, 30, 70);
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        toTheEnd(payload(Orders.event(ResourceType.SHIFT, "r2", Optional.of(STARTED), ONE), "shift-r2"));
        assertThat(answers.get("https://answer/r2").get("Data"))
                .isEqualTo(Map.of("BlueWeight", "30", "GreenWeight", "70"));
    }

    @Test
    void anAbortBeforeAnythingIsKnownAnswersWithTheError() {
        Map<String, Object> payload = preflight("r1", ONE, STARTED);
        payload.put(Runs.ERROR, Map.of("Error", "Lambda.Unknown"));
        toTheEnd(runs.abort(payload));
        assertThat(answers.get("https://answer/r1").get("Reason"))
                .isEqualTo("the function failed: {Error=Lambda.Unknown}\nlook: bin/teal status shop");
    }

    @Test
    void anAbortBeforeAnythingIsKnownInARollbackLooksAgainInsteadOfLeavingTheStackStuck() {
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        Map<String, Object> payload = preflight("r1", STARTED, ONE);
        payload.put(Runs.ERROR, Map.of("Error", "Lambda.Unknown"));
        assertThat(runs.abort(payload)).containsEntry(Runs.NEXT, "wait").doesNotContainKey(Runs.ERROR);
        assertThat(answers).isEmpty();
    }

    @Test
    void aRunThatHasEndedCallsNothingAndAnswersTheSameAgain() {
        Map<String, Object> ended = toTheEnd(preflight("r1", ONE, STARTED));
        Map<String, Object> first = answers.remove("https://answer/r1");
        toTheEnd(ended);
        assertThat(answers.get("https://answer/r1")).isEqualTo(first);
    }
}
