package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Word;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.AwsException;
import io.teal.release.port.ScalingActivity;
import io.teal.release.port.TargetHealth;
import io.teal.runtime.execution.Event.ResourceType;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** A run that promotes green 2.0.0, with a tenth of production on it, and turns back. */
abstract class TurnedBackFixture extends RunsFixture {
    static final String CROSSED = "Threshold Crossed: 2 out of the last 3 datapoints [100.0 (21/11/26 11:59:00),"
            + " 50.0 (21/11/26 11:58:00)] were greater than or equal to the threshold (5.0) (minimum 2 datapoints for OK"
            + " -> ALARM transition).";

    /** The engine's words. */
    String why = "gave up: it went wrong";

    @BeforeEach
    void greenIsThere() {
        Orders.fleet(aws, Color.GREEN, "2.0.0");
        Orders.weights(aws, 90, 10);
    }

    /** Of a run that waits for a person. */
    Reason explained(Optional<Word> word) {
        return explained(Gate.Alarm.OK, Map.of(), Optional.empty(), word, true);
    }

    Reason explained(Gate.Alarm alarm, Map<String, Object> heard, Optional<AwsException> lasting) {
        return explained(alarm, heard, lasting, Optional.empty(), false);
    }

    private Reason explained(
            Gate.Alarm alarm,
            Map<String, Object> heard,
            Optional<AwsException> lasting,
            Optional<Word> word,
            boolean asks) {
        Map<String, Object> map =
                payload(Orders.event(ResourceType.SHIFT, "r2", Optional.of(STARTED), PROMOTED), "shift-r2");
        map.putAll(heard);
        Payload payload = new Payload(map).journal(Journal.begin(NOW));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Observer observer = new Observer(aws, payload.event().properties(), clock);
        Observation seen = new Observation(
                        NOW,
                        Optional.of(Direction.FORWARD),
                        observer.live(),
                        Optional.of(observer.fleets()),
                        Optional.of(0),
                        new Gate(alarm, 100, 0),
                        FunctionCalls.hook(payload, Journal.begin(NOW)))
                .told(word);
        Reason reason = new Explanation(new SpareReads(aws, clock, NOW), payload, Color.GREEN, asks)
                .of(why, Optional.of(seen), lasting);
        assertThat(reason.text()).hasSizeLessThanOrEqualTo(400).hasLineCount(2);
        return reason;
    }

    Reason explained() {
        return explained(Gate.Alarm.OK, Map.of(), Optional.empty());
    }

    void green(int hosts, String state, String reason) {
        aws.health.put(
                Orders.targets(Color.GREEN), Collections.nCopies(hosts, new TargetHealth("i-1", 8080, state, reason)));
    }

    void inService(String... hosts) {
        AutoScalingGroup group = aws.groups.get(Orders.group(Color.GREEN));
        aws.groups.put(group.name(), new AutoScalingGroup(group.name(), 2, 1, 6, "1", List.of(hosts), group.tags()));
    }

    void activity(Duration ago, String status, String message) {
        aws.activities.merge(
                Orders.group(Color.GREEN),
                List.of(new ScalingActivity(NOW.minus(ago), status, message)),
                (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
    }
}
