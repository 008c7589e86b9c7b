package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.Event.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which earlier run a run believes. */
class RecordsTest {
    private static final Release ONE = Orders.release(Color.BLUE, "1.0.0", "none");
    private static final Release TWO = Orders.release(Color.GREEN, "1.0.0", "2.0.0");
    private static final Release THREE = Orders.release(Color.GREEN, "3.0.0", "2.0.0");

    private final FakeAws aws = new FakeAws();
    private int runs;

    /** A Preflight that found {@code home} and went {@code way}; one that could not begin if there is no way. */
    private void preflight(Optional<Direction> way, Release from, Release to, int home) {
        String name = "preflight-" + ++runs;
        Map<String, Object> payload = new TreeMap<>();
        payload.put(Runs.EVENT, Orders.event(ResourceType.PREFLIGHT, name, Optional.of(from), to));
        Optional<Weights> weights = Optional.of(Weights.of(Color.GREEN, home));
        way.ifPresent(found -> payload.put(
                Records.OPENED, new OpeningResult(found, weights, List.of(), Map.of(), Optional.empty()).write()));
        aws.outputs.put("arn:" + name, payload);
        aws.executions.add(0, new Execution("arn:" + name, name, "SUCCEEDED", Instant.EPOCH.plusSeconds(runs)));
    }

    private void forward(Release from, Release to, int home) {
        preflight(Optional.of(Direction.FORWARD), from, to, home);
    }

    private Records records(Release from, Release to) {
        Event event = new Event(Orders.event(ResourceType.SHIFT, "own", Optional.of(from), to));
        return new Records(aws, "arn:machine", event, "arn:own");
    }

    private Optional<String> begun(Release from, Release to) {
        return records(from, to)
                .begun()
                .map(found -> found.opened().home().orElseThrow().toString());
    }

    @Test
    void aShiftWhoseRollbackWasSkippedFindsThePreflightOfThisDeploy() {
        forward(TWO, THREE, 100);
        assertThat(records(ONE, THREE).accepted().opened().home()).contains(new Weights(0, 100));
    }

    @Test
    void aShiftNeverTakesThePreflightOfAnEarlierDeploy() {
        forward(ONE, TWO, 0);
        forward(TWO, THREE, 100);
        assertThatThrownBy(() -> records(ONE, TWO).accepted()).isInstanceOf(AwsException.class);
    }

    @Test
    void aRollbackReturnsToWhereTheDeployBegan() {
        forward(THREE, TWO, 100);
        forward(ONE, TWO, 0);
        assertThat(begun(TWO, ONE)).contains("100/0");
    }

    @Test
    void updatesOfAStackThatHadFailedAreRolledBackToWhereTheFirstBegan() {
        forward(ONE, TWO, 0);
        forward(TWO, THREE, 100);
        assertThat(begun(THREE, ONE)).contains("100/0");
    }

    @Test
    void anotherAttemptAtARollbackReturnsToWhereTheFirstDid() {
        forward(ONE, TWO, 10);
        preflight(Optional.of(Direction.BACKWARD), TWO, ONE, 10);
        assertThat(begun(TWO, ONE)).contains("90/10");
    }

    @Test
    void anAttemptAtARollbackIsItsRecordIfTheDeployLeftNone() {
        preflight(Optional.of(Direction.BACKWARD), TWO, ONE, 30);
        assertThat(begun(TWO, ONE)).contains("70/30");
    }

    @Test
    void aDeployThatCouldNotBeginHasNoRecordAndAnEarlierAttemptAtItIsNotTaken() {
        forward(ONE, TWO, 10);
        preflight(Optional.of(Direction.BACKWARD), TWO, ONE, 10);
        preflight(Optional.empty(), ONE, TWO, 10);
        assertThat(begun(TWO, ONE)).isEmpty();
    }

    @Test
    void whileALaterPreflightRunsNoEarlierDeployOfTheSamePropertiesIsTakenForIts() {
        forward(ONE, TWO, 50);
        preflight(Optional.of(Direction.BACKWARD), TWO, ONE, 50);
        aws.executions.add(0, new Execution("arn:runs", "preflight-runs", "RUNNING", Instant.EPOCH.plusSeconds(9)));
        assertThatThrownBy(() -> begun(TWO, ONE)).hasMessageContaining("has not ended yet");
        aws.executions.remove(0);
        assertThat(begun(TWO, ONE)).contains("50/50");
    }

    @Test
    void whatEndedLongAgoIsNotLinkedToARollback() {
        forward(ONE, THREE, 10);
        forward(THREE, TWO, 20);
        forward(TWO, ONE, 30);
        assertThat(begun(TWO, ONE)).isEmpty();
    }
}
