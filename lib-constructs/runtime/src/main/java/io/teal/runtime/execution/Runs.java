package io.teal.runtime.execution;

import io.teal.release.observation.Direction;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Obstacle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The function's calls, one for each verb of the state machine. An execution's payload is a map of texts, lists and
 * maps, passed through every call; there is no other state.
 *
 * <pre>
 *   CloudFormation ─▶ onEvent ─▶ [ tick ─▶ again | wait | call ─▶ tick ... ] ─▶ answer ─▶ CloudFormation
 *                                   └─ fails ─▶ abort ─▶ tick ...
 *   an execution that ends without an answer ─▶ died ─▶ CloudFormation
 * </pre>
 */
public final class Runs implements ReleaseFunction {

    /** What to do next, in the payload: {@code again}, {@code wait}, {@code call}, {@code answer}, {@code done}. */
    public static final String NEXT = "next";

    /** How many seconds to wait if {@link #NEXT} is {@code wait}. */
    public static final String SECONDS = "seconds";

    /** The call to make if {@link #NEXT} is {@code call}: {@code function}, {@code payload}, {@code seconds}. */
    public static final String CALL = "call";

    /** The result of that call: {@code answer}, or {@code Error} and {@code Cause}. */
    public static final String CALLED = "called";

    /** ARN of the execution. */
    public static final String EXECUTION = "execution";

    /** When the execution began. */
    public static final String STARTED = "started";

    /** The custom resource's event. */
    public static final String EVENT = "event";

    /** Why ticks failed, if they did: {@code Error} and {@code Cause}. */
    public static final String ERROR = "error";

    /** In the payload: why the run could not begin when it last tried. */
    private static final String WAITS = "waits";

    private static final Duration OPENING = Duration.ofMinutes(10);
    private static final int LOOK_AGAIN_SECONDS = 5;

    private final Aws aws;
    private final Answers answers;
    private final Clock clock;
    private final Consumer<String> log;
    private final Requests requests;

    /** Runs over {@code aws}, by {@code clock}; {@code log} takes one line for each decision. */
    public Runs(Aws aws, Answers answers, Clock clock, Consumer<String> log) {
        this.aws = aws;
        this.answers = answers;
        this.clock = clock;
        this.log = log;
        this.requests = new Requests(aws, answers, log);
    }

    @Override
    public void onEvent(Map<String, Object> map) {
        requests.onEvent(new Event(map));
    }

    @Override
    public void guard(String machine, String stack) {
        requests.guard(machine, stack, clock);
    }

    /** One tick of the execution with {@code map}; returns the payload to go on with. */
    @Override
    public Map<String, Object> tick(Map<String, Object> map) {
        Payload payload = Notices.sent(new Payload(map));
        if (payload.ended()) {
            return payload.go(NextState.ANSWER).map();
        }
        if (payload.event().deletes()) {
            return deleteWait(payload).map();
        }
        payload = SameTeal.goesOn(payload);
        if (payload.ended()) {
            log(payload, payload.why());
            return payload.map();
        }
        if (Deadline.over(payload, clock.instant())) {
            String why = payload.text(WAITS).map(last -> ": " + last).orElse("");
            return tell(payload, fail(payload, "timed out after an hour" + why));
        }
        return payload.opened().isEmpty()
                ? tell(payload, open(payload))
                : run(payload).tick().map();
    }

    private Map<String, Object> tell(Payload before, Payload after) {
        return new Notices(before, after, Optional.empty(), "")
                .add(clock.instant())
                .map();
    }

    /**
     * The delete of Shift on a load balancer that the stack does not own, and of a farewell. CloudFormation has removed
     * the listener rule before it and removes the fleets after it: it waits until every load balancer node has dropped
     * the rule.
     */
    private Payload deleteWait(Payload payload) {
        Instant end = payload.started().plus(payload.event().deleteWait().orElse(Duration.ZERO));
        Duration rest = Duration.between(clock.instant(), end);
        return rest.isNegative() || rest.isZero()
                ? payload.end(true, "every node has dropped the rule")
                : payload.waiting(rest.toSeconds() + 1);
    }

    /** After ticks that failed: gives up going forward, for the reason under {@link #ERROR}. */
    @Override
    public Map<String, Object> abort(Map<String, Object> map) {
        Payload payload = Notices.sent(new Payload(map)).without(ERROR);
        String why = "the function failed: " + new Payload(map).inner(ERROR).orElse(Map.of());
        log(payload, why);
        if (payload.ended()) {
            return payload.go(NextState.ANSWER).map();
        }
        if (payload.event().deletes()) {
            return payload.end(true, why).map();
        }
        payload = SameTeal.goesOn(payload);
        if (payload.ended()) {
            return payload.map();
        }
        if (Deadline.over(payload, clock.instant())) {
            return fail(payload, why).map();
        }
        if (payload.opened().isEmpty()) {
            return (goesForward(payload) ? fail(payload, why) : payload.waiting(LOOK_AGAIN_SECONDS)).map();
        }
        return run(payload).abort(why).map();
    }

    /** Answers CloudFormation. */
    @Override
    public Map<String, Object> answer(Map<String, Object> map) {
        Payload payload = Notices.sent(new Payload(map));
        Event event = payload.event();
        String why = payload.ended()
                ? payload.why()
                : "the function failed: " + payload.inner(ERROR).orElse(Map.of());
        log(payload, (payload.succeeded() ? "answers SUCCESS: " : "answers FAILED: ") + why);
        Map<String, Object> data = payload.found().map(OpeningResult::data).orElse(Map.of());
        if (event.type() != Event.ResourceType.GUARD) {
            answers.put(event.responseUrl(), event.answer(payload.succeeded(), why, data));
        }
        return payload.go(NextState.DONE).map();
    }

    @Override
    public void died(Map<String, Object> input, String how) {
        requests.died(new Payload(input).event(), how);
    }

    private Payload open(Payload payload) {
        TickMemory memory = new TickMemory(payload, clock.instant());
        try {
            OpeningResult opened = new Opening(aws, clock, payload, memory).open();
            Payload begun = memory.keep(payload.without(WAITS).opened(opened));
            String why = opened.refusal().orElse("there is nothing to do");
            log(
                    payload,
                    "opens " + opened.direction() + ": "
                            + opened.refusal().orElse(opened.choices().toString()));
            if (opened.refusal().isPresent()) {
                return fail(begun, why);
            }
            return opened.choices().isEmpty() ? begun.end(true, why) : begun.go(NextState.AGAIN);
        } catch (AwsException unknown) {
            Obstacle obstacle = unknown.obstacle();
            log(payload, "cannot begin yet: " + unknown.getMessage());
            String lines = unknown.getMessage() + "\n" + obstacle.remedy();
            return givesUp(payload, obstacle)
                    ? fail(payload, "cannot begin: " + lines)
                    : again(memory.keep(payload).with(WAITS, lines), obstacle);
        }
    }

    /**
     * A rollback tries until its deadline, since a person may remove the obstacle: giving up leaves the stack stuck.
     */
    private boolean givesUp(Payload payload, Obstacle obstacle) {
        Duration age = Duration.between(payload.started(), clock.instant());
        return (obstacle.lasts(age) || age.compareTo(OPENING) > 0) && goesForward(payload);
    }

    private Payload again(Payload payload, Obstacle obstacle) {
        Instant now = clock.instant();
        Pressure pressure = Pressure.of(payload, payload.started(), now);
        return obstacle == Obstacle.THROTTLED
                ? pressure.more().keep(payload).waiting(pressure.more().seconds(payload.execution()))
                : payload.waiting(LOOK_AGAIN_SECONDS);
    }

    private boolean goesForward(Payload payload) {
        try {
            return Direction.of(aws.describeStackStatus(payload.event().stack())) == Direction.FORWARD;
        } catch (AwsException unreadable) {
            return false;
        }
    }

    private static Payload fail(Payload payload, String why) {
        return payload.fail(Reason.of(why, payload.event().look()));
    }

    private Run run(Payload payload) {
        return new Run(aws, clock, line -> log(payload, line), payload);
    }

    private void log(Payload payload, String line) {
        Event event = payload.event();
        log.accept(event.service() + " " + event.execution() + " " + line.replace("\n", "; "));
    }
}
