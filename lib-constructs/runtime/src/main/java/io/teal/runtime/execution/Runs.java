package io.teal.runtime.execution;

import io.teal.release.InvalidValueException;
import io.teal.release.observation.Direction;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Obstacle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The function's calls, one for each verb of the state machine. An execution's payload is a map of texts, lists and
 * maps, passed through every call; there is no other state.
 *
 * <pre>
 *   CloudFormation ─▶ onEvent ─▶ [ tick ─▶ again | wait | call ─▶ tick ... ] ─▶ answer ─▶ CloudFormation
 *                                   └─ fails ─▶ abort ─▶ tick ...
 * </pre>
 */
public final class Runs {

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

    /** Runs over {@code aws}, by {@code clock}; {@code log} takes one line for each decision. */
    public Runs(Aws aws, Answers answers, Clock clock, Consumer<String> log) {
        this.aws = aws;
        this.answers = answers;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Starts the execution that {@code map}, an event of CloudFormation, asks for, or answers it at once: most deletes,
     * and properties that cannot be read. An event that is delivered twice starts one execution.
     *
     * @throws AwsException if the execution cannot be started; Lambda then delivers the event again, twice at most
     */
    public void onEvent(Map<String, Object> map) {
        Event event = new Event(map);
        if (event.deletes()) {
            delete(event);
            return;
        }
        String machine;
        try {
            machine = event.properties().stateMachine();
        } catch (IllegalArgumentException | InvalidValueException malformed) {
            answers.put(event.responseUrl(), event.answer(false, malformed.getMessage(), Map.of()));
            return;
        }
        start(machine, event);
    }

    /** A delete that cannot wait is answered at once: a stack that cannot be deleted would be worse. */
    private void delete(Event event) {
        try {
            if (event.deleteWait().isPresent()) {
                start(event.properties().stateMachine(), event);
                return;
            }
        } catch (AwsException | IllegalArgumentException cannotWait) {
            log.accept("deletes without waiting: " + cannotWait.getMessage());
        }
        answers.put(event.responseUrl(), event.answer(true, "nothing to do", Map.of()));
    }

    private void start(String machine, Event event) {
        try {
            aws.startExecution(machine, event.execution(), Map.of(EVENT, event.map()));
        } catch (AwsException failed) {
            if (!failed.code().equals("ExecutionAlreadyExists")) {
                throw failed;
            }
        }
    }

    /** One tick of the execution with {@code map}; returns the payload to go on with. */
    public Map<String, Object> tick(Map<String, Object> map) {
        Payload payload = new Payload(map);
        if (payload.ended()) {
            return payload.go(NextState.ANSWER).map();
        }
        if (payload.event().deletes()) {
            return deleteWait(payload).map();
        }
        if (Deadline.over(payload, clock.instant())) {
            String why = payload.text(WAITS).map(last -> ": " + last).orElse("");
            return payload.end(false, "timed out after an hour" + why).map();
        }
        return (payload.opened().isEmpty() ? open(payload) : run(payload).tick()).map();
    }

    /**
     * The delete of Shift on a load balancer that the stack does not own. CloudFormation has removed the listener rule
     * before it and removes the fleets after it: it waits until every load balancer node has dropped the rule.
     */
    private Payload deleteWait(Payload payload) {
        Instant end = payload.started().plus(payload.event().deleteWait().orElse(Duration.ZERO));
        Duration rest = Duration.between(clock.instant(), end);
        return rest.isNegative() || rest.isZero()
                ? payload.end(true, "every node has dropped the rule")
                : payload.waiting(rest.toSeconds() + 1);
    }

    /** After ticks that failed: gives up going forward, for the reason under {@link #ERROR}. */
    public Map<String, Object> abort(Map<String, Object> map) {
        Payload payload = new Payload(map).without(ERROR);
        String why = "the function failed: " + new Payload(map).inner(ERROR).orElse(Map.of());
        log(payload, why);
        if (payload.ended()) {
            return payload.go(NextState.ANSWER).map();
        }
        if (payload.event().deletes() || Deadline.over(payload, clock.instant())) {
            return payload.end(payload.event().deletes(), why).map();
        }
        if (payload.opened().isEmpty()) {
            return (goesForward(payload) ? payload.end(false, why) : payload.waiting(LOOK_AGAIN_SECONDS)).map();
        }
        return run(payload).abort(why).map();
    }

    /** Answers CloudFormation. */
    public Map<String, Object> answer(Map<String, Object> map) {
        Payload payload = new Payload(map);
        Event event = payload.event();
        String why = payload.ended()
                ? payload.why()
                : "the function failed: " + payload.inner(ERROR).orElse(Map.of());
        log(payload, (payload.succeeded() ? "answers SUCCESS: " : "answers FAILED: ") + why);
        Map<String, Object> data = payload.opened().map(OpeningResult::data).orElse(Map.of());
        answers.put(event.responseUrl(), event.answer(payload.succeeded(), why, data));
        return payload.go(NextState.DONE).map();
    }

    private Payload open(Payload payload) {
        try {
            OpeningResult opened = new Opening(aws, clock, payload.event(), payload.execution()).open();
            Payload begun = payload.without(WAITS).opened(opened);
            String why = opened.refusal().orElse("there is nothing to do");
            log(
                    payload,
                    "opens " + opened.direction() + ": "
                            + opened.refusal().orElse(opened.choices().toString()));
            boolean over = opened.refusal().isPresent() || opened.choices().isEmpty();
            return over ? begun.end(opened.refusal().isEmpty(), why) : begun.go(NextState.AGAIN);
        } catch (AwsException unknown) {
            log(payload, "cannot begin yet: " + unknown.getMessage());
            return givesUp(payload, unknown.obstacle())
                    ? payload.end(false, "cannot begin: " + unknown.line())
                    : payload.with(WAITS, unknown.line()).waiting(LOOK_AGAIN_SECONDS);
        }
    }

    /**
     * A rollback tries until its deadline, since a person may remove the obstacle: giving up leaves the stack stuck.
     */
    private boolean givesUp(Payload payload, Obstacle obstacle) {
        Duration age = Duration.between(payload.started(), clock.instant());
        return goesForward(payload) && (obstacle.lasts(age) || age.compareTo(OPENING) > 0);
    }

    private boolean goesForward(Payload payload) {
        try {
            return Direction.of(aws.describeStackStatus(payload.event().stack())) == Direction.FORWARD;
        } catch (AwsException unreadable) {
            return false;
        }
    }

    private Run run(Payload payload) {
        return new Run(aws, clock, line -> log(payload, line), payload);
    }

    private void log(Payload payload, String line) {
        Event event = payload.event();
        log.accept(event.properties().service() + " " + event.execution() + " " + line);
    }
}
