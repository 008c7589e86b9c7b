package io.teal.runtime.execution;

import io.teal.release.cutover.CutoverMap;
import io.teal.release.observation.Direction;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The records of the service's earlier executions, kept by the state machine: an execution's output is its last
 * payload.
 *
 * <p>The record of an operation is the newest Preflight whose event has the same old and new properties; a repeated
 * attempt at the same change is newer than the first.
 */
final class Records {
    /** In the payload: the run's opening result. */
    static final String OPENED = "opened";

    private static final Set<String> OTHERS = Set.of("ServiceToken", "ServiceTimeout", "Fleet", "Listener");

    private final Aws aws;
    private final String stateMachine;
    private final Event event;
    private final String own;

    Records(Aws aws, String stateMachine, Event event, String own) {
        this.aws = aws;
        this.stateMachine = stateMachine;
        this.event = event;
        this.own = own;
    }

    /**
     * A Preflight of the same operation.
     *
     * @param opened its opening result
     * @param started when it began
     */
    record Earlier(OpeningResult opened, Instant started) {}

    /** For Shift: the Preflight that accepted this operation. */
    Earlier accepted() {
        return newest(event.raw("ResourceProperties"), event.raw("OldResourceProperties"))
                .filter(found -> found.opened().direction() == Direction.FORWARD)
                .orElseThrow(() -> unknown("the record of this deploy's Preflight cannot be found yet"));
    }

    /** Something that a run needs to begin is not known yet; the run tries again. */
    static AwsException unknown(String what) {
        return new AwsException("NotYet", what, null);
    }

    /**
     * For Preflight in a rollback: the Preflight that began the operation, or an earlier attempt at this rollback.
     * Empty if there is no record, and so nothing was accepted.
     */
    Optional<Earlier> begun() {
        Optional<Map<String, Object>> now = event.raw("ResourceProperties");
        Optional<Map<String, Object>> then = event.raw("OldResourceProperties");
        Optional<Earlier> forward = newest(then, now);
        Optional<Earlier> backward =
                newest(now, then).filter(found -> found.opened().direction() == Direction.BACKWARD);
        boolean again = backward.isPresent()
                && forward.map(found -> found.started().isBefore(backward.get().started()))
                        .orElse(true);
        return again ? backward : forward;
    }

    /** Whether a Shift has begun since {@code then}. */
    boolean shifted(Instant then) {
        return executions().stream()
                .anyMatch(run -> run.name().startsWith(Event.ResourceType.SHIFT.prefix())
                        && run.started().isAfter(then));
    }

    private Optional<Earlier> newest(Optional<Map<String, Object>> now, Optional<Map<String, Object>> before) {
        for (Execution run : executions()) {
            boolean preflight = run.name().startsWith(Event.ResourceType.PREFLIGHT.prefix());
            Optional<Map<String, Object>> output = preflight ? output(run) : Optional.empty();
            if (output.filter(payload -> sameChange(payload, now, before)).isPresent()) {
                return output.map(payload -> new Earlier(opened(payload), run.started()));
            }
        }
        return Optional.empty();
    }

    private Optional<Map<String, Object>> output(Execution run) {
        return run.running() ? Optional.empty() : aws.describeExecutionOutput(run.arn());
    }

    private List<Execution> executions() {
        return aws.listExecutions(stateMachine).stream()
                .filter(run -> !run.arn().equals(own))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static boolean sameChange(
            Map<String, Object> payload, Optional<Map<String, Object>> now, Optional<Map<String, Object>> before) {
        Event event = new Event((Map<String, Object>) payload.get(Runs.EVENT));
        return payload.containsKey(OPENED)
                && Objects.equals(event.raw("ResourceProperties").map(Records::relevant), now.map(Records::relevant))
                && Objects.equals(
                        event.raw("OldResourceProperties").map(Records::relevant), before.map(Records::relevant));
    }

    /**
     * The properties without launch template versions, because a rollback makes new ones of the same content, and
     * without those that only trigger an update.
     */
    private static Map<String, Object> relevant(Map<String, Object> properties) {
        Map<String, Object> relevant = new TreeMap<>(properties);
        relevant.keySet().removeIf(name -> OTHERS.contains(name) || name.endsWith(CutoverMap.PIN));
        return relevant;
    }

    @SuppressWarnings("unchecked")
    private static OpeningResult opened(Map<String, Object> payload) {
        return OpeningResult.read((Map<String, Object>) payload.get(OPENED));
    }
}
