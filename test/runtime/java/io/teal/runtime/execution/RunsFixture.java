package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.Event.ResourceType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;

/** Runs of orders, whose blue colour serves, on a clock that stands still. */
abstract class RunsFixture {
    /** A rollback reads the list of executions when it is that old. */
    static final int AGE_SECONDS = 10;

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final Release ONE = Orders.release(Color.BLUE, "1.0.0", "none");
    static final Release STARTED = Orders.release(Color.BLUE, "1.0.0", "2.0.0");
    static final Release PROMOTED = Orders.release(Color.GREEN, "1.0.0", "2.0.0");

    final FakeAws aws = new FakeAws();
    final Map<String, Map<String, Object>> answers = new HashMap<>();
    final List<String> log = new ArrayList<>();
    final Runs runs = new Runs(aws, answers::put, Clock.fixed(NOW, ZoneOffset.UTC), log::add);

    @BeforeEach
    void blueServes() {
        Orders.fleet(aws, Color.BLUE, "1.0.0");
        Orders.weights(aws, 100, 0);
    }

    Map<String, Object> preflight(String request, Release before, Release after) {
        return payload(
                Orders.event(ResourceType.PREFLIGHT, request, Optional.of(before), after), "preflight-" + request);
    }

    static Map<String, Object> payload(Map<String, Object> event, String execution) {
        Map<String, Object> payload = new TreeMap<>();
        payload.put(Runs.EVENT, event);
        payload.put(Runs.EXECUTION, "arn:" + execution);
        payload.put(Runs.STARTED, NOW.minusSeconds(AGE_SECONDS).toString());
        return payload;
    }

    /**
     * The run as a record of the state machine: over, with its output, and longer ago than what it saw is taken for
     * live.
     */
    void record(Map<String, Object> payload) {
        String arn = payload.get(Runs.EXECUTION).toString();
        Instant then = NOW.minusSeconds(61);
        Runs earlier = new Runs(aws, answers::put, Clock.fixed(then, ZoneOffset.UTC), log::add);
        aws.outputs.put(arn, earlier.tick(payload));
        aws.executions.add(0, new Execution(arn, arn.substring(4), "SUCCEEDED", then));
    }

    /** Runs on a clock that stands still, so only what has nothing to wait for. */
    Map<String, Object> toTheEnd(Map<String, Object> payload) {
        Map<String, Object> now = payload;
        for (int i = 0; i < 20; i++) {
            now = "answer".equals(now.get(Runs.NEXT)) ? runs.answer(now) : runs.tick(now);
            if (now.get(Runs.NEXT).equals("done")) {
                return now;
            }
        }
        throw new AssertionError("it does not end: " + log);
    }
}
