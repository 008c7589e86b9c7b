package io.teal.runtime.statemachine;

import io.teal.runtime.execution.Runs;
import io.teal.runtime.execution.Verbs;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One execution, step by step, as {@code machine.asl.json} defines it: the caller decides when the next step happens,
 * and what fails.
 */
public final class LocalMachine {
    private static final int TRIES = 6;

    /** The rollback and the answer outlast an outage of half an hour. */
    private static final int PATIENT_TRIES = 100;

    /** Of an answer of the user's function; a longer one ends the execution, and nothing catches that. */
    private static final int MOST_CHARACTERS = 256 * 1024;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(20);

    private final Verbs function;
    private final UserFunctions caller;
    private volatile Map<String, Object> payload;
    private volatile State state = State.TICK;
    private int failures;

    /** Calls the functions that an execution asks for: the user's hook and probe. */
    public interface UserFunctions {
        /**
         * The answer of {@code function} to {@code payload}.
         *
         * @throws RuntimeException if the function fails
         */
        Map<String, Object> call(String function, Map<String, Object> payload);

        /** Sends a notice: the {@code bus} and the {@code event} for EventBridge. */
        default void tell(Map<String, Object> notice) {}

        /** Sends a notice: the {@code topic} of SNS, the {@code subject} and the {@code message}. */
        default void mail(Map<String, Object> notice) {}
    }

    /** The states of the machine. */
    public enum State {
        TICK,
        CALL,
        /** Ticks failed: gives up going forward. */
        ABORT,
        ANSWER,
        DONE,
        /** Has ended without an answer. */
        FAILED
    }

    /**
     * An execution.
     *
     * @param execution its ARN
     * @param started when it began
     * @param input its input
     */
    public LocalMachine(
            Verbs function, UserFunctions caller, String execution, Instant started, Map<String, Object> input) {
        this.function = function;
        this.caller = caller;
        this.payload = new TreeMap<>(input);
        payload.put(Runs.EXECUTION, execution);
        payload.put(Runs.STARTED, started.toString());
    }

    /** Where it is. */
    public State state() {
        return state;
    }

    /** Its payload; its output once it is {@link State#DONE}. */
    public Map<String, Object> payload() {
        return Map.copyOf(payload);
    }

    /**
     * Does one step and returns how long to wait before the next; a step that throws is retried as often as the
     * definition says.
     */
    public Duration step() {
        try {
            Optional<Map<String, Object>> result = switch (state) {
                case TICK -> Optional.of(function.tick(payload));
                case ABORT -> Optional.of(function.abort(payload));
                case ANSWER -> Optional.of(function.answer(payload));
                case CALL -> called();
                case DONE, FAILED -> throw new IllegalStateException("the execution has ended");
            };
            failures = 0;
            if (result.isEmpty()) {
                state = State.FAILED;
                return Duration.ZERO;
            }
            payload = new TreeMap<>(result.get());
            return follow();
        } catch (RuntimeException failed) {
            return retry(failed);
        }
    }

    /** Empty if the answer is too long. */
    private Optional<Map<String, Object>> called() {
        Map<String, Object> after = new TreeMap<>(payload);
        after.put(Runs.NEXT, "again");
        Map<?, ?> call = (Map<?, ?>) payload.get(Runs.CALL);
        try {
            Map<String, Object> answer = caller.call(call.get("function").toString(), inner(call));
            after.put(Runs.CALLED, Map.of("answer", answer));
            return answer.toString().length() > MOST_CHARACTERS ? Optional.empty() : Optional.of(after);
        } catch (RuntimeException failed) {
            after.put(Runs.CALLED, error(failed));
            return Optional.of(after);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<?, ?> call) {
        return (Map<String, Object>) call.get("payload");
    }

    /** The states that send a notice; they never fail. */
    private void tell() {
        notice("tell").ifPresent(caller::tell);
        notice("mail").ifPresent(caller::mail);
    }

    @SuppressWarnings("unchecked")
    private Optional<Map<String, Object>> notice(String name) {
        return Optional.ofNullable((Map<String, Object>) payload.remove(name));
    }

    private Duration follow() {
        tell();
        String next = payload.get(Runs.NEXT).toString();
        state = switch (next) {
            case "call" -> State.CALL;
            case "answer" -> State.ANSWER;
            case "done" -> State.DONE;
            default -> State.TICK;
        };
        return next.equals("wait")
                ? Duration.ofSeconds(Long.parseLong(payload.get(Runs.SECONDS).toString()))
                : Duration.ZERO;
    }

    private Duration retry(RuntimeException failed) {
        failures++;
        if (failures < TRIES || state != State.TICK && failures < PATIENT_TRIES) {
            Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, TRIES));
            return wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY;
        }
        failures = 0;
        payload.put(Runs.ERROR, error(failed));
        state = switch (state) {
            case TICK -> State.ABORT;
            case ABORT -> State.ANSWER;
            default -> State.FAILED;
        };
        return Duration.ZERO;
    }

    private static Map<String, Object> error(RuntimeException failed) {
        return Map.of("Error", failed.getClass().getSimpleName(), "Cause", String.valueOf(failed.getMessage()));
    }
}
