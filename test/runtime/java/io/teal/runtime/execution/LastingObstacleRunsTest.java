package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.runtime.execution.Event.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LastingObstacleRunsTest extends RunsFixture {
    @Test
    void aLastingObstacleIsAnsweredAtOnceAndSaysWhatToDo() {
        secondRule();
        Map<String, Object> ended = runs.tick(preflight("r1", ONE, STARTED));
        assertThat(ended).containsEntry("next", "answer").containsEntry("succeeded", "false");
        assertThat(ended.get("why").toString())
                .startsWith("cannot begin: 2 rules of ")
                .endsWith("change or delete the others, then deploy");
    }

    private void secondRule() {
        ListenerRule first = aws.rules.get(Orders.LISTENER).get(0);
        aws.rules.put(Orders.LISTENER, List.of(first, new ListenerRule("arn:rule/second", false, first.actions())));
    }

    @Test
    void aRightIsWaitedForForAMinuteOnlySinceItMayBeNew() {
        aws.broken = Optional.of("describeRules");
        aws.code = "AccessDenied";
        Map<String, Object> payload = preflight("r1", ONE, STARTED);
        assertThat(runs.tick(payload)).containsEntry("next", "wait");
        payload.put(Runs.STARTED, NOW.minusSeconds(60).toString());
        assertThat(runs.tick(payload)).containsEntry("next", "answer").containsEntry("succeeded", "false");
    }

    @Test
    void aRollbackBehindALastingObstacleEndsAtOnceIfNothingWasMoved() {
        secondRule();
        record(preflight("r1", ONE, PROMOTED));
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        assertThat(toTheEnd(preflight("r2", PROMOTED, ONE))).containsEntry("succeeded", "true");
        assertThat(answers.get("https://answer/r2").get("Data")).isEqualTo(Map.of("BlueLaunchTemplateVersion", "1"));
        assertThat(aws.writes).isEmpty();
    }

    @Test
    void aRollbackBehindALastingObstacleWaitsIfTrafficMayBeElsewhereAndNamesItInTheEnd() {
        record(preflight("r1", ONE, PROMOTED));
        aws.executions.add(0, new Execution("arn:shift-r2", "shift-r2", "ABORTED", NOW));
        secondRule();
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        Map<String, Object> waiting = runs.tick(preflight("r3", PROMOTED, ONE));
        assertThat(waiting).containsEntry("next", "wait");
        Map<String, Object> late = new TreeMap<>(waiting);
        late.put(Runs.STARTED, NOW.minusSeconds(3600).toString());
        assertThat(runs.tick(late).get("why").toString()).startsWith("timed out after an hour: 2 rules of ");
    }

    @Test
    void aRollbackBehindALastingObstacleEndsAtOnceIfShiftLeftTrafficWhereItWas() {
        record(preflight("r1", ONE, STARTED));
        Map<String, Object> shift =
                payload(Orders.event(ResourceType.SHIFT, "r2", Optional.of(ONE), STARTED), "shift-r2");
        Map<String, Object> begun = runs.tick(shift);
        secondRule();
        Map<String, Object> ended = toTheEnd(runs.tick(begun));
        assertThat(ended).containsEntry("succeeded", "false");
        assertThat(answers.get("https://answer/r2").get("Reason").toString()).startsWith("2 rules of ");
        aws.outputs.put("arn:shift-r2", ended);
        aws.executions.add(0, new Execution("arn:shift-r2", "shift-r2", "SUCCEEDED", NOW));
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        assertThat(toTheEnd(preflight("r3", STARTED, ONE))).containsEntry("succeeded", "true");
    }
}
