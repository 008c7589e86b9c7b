package io.teal.runtime.execution;

import static java.util.Comparator.comparing;

import io.teal.release.cutover.CutoverMap;
import io.teal.release.journal.Journal;
import io.teal.release.journal.Outcome;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The records of the service's earlier executions, kept by the state machine: an execution's output is its last
 * payload.
 *
 * <p>A run finds its operation by what its resource goes to. Preflight and Shift get one map, but what each was before
 * may differ: after {@code continue-update-rollback --resources-to-skip}, or an update of a stack that failed.
 */
final class Records {
    /** In the payload: the run's opening result. */
    static final String OPENED = "opened";

    private static final String FROM = "OldResourceProperties";
    private static final String TO = "ResourceProperties";
    private static final Set<String> OTHERS = Set.of("ServiceToken", "ServiceTimeout", "Fleet", "Listener");

    private final Aws aws;
    private final String stateMachine;
    private final String own;
    private final Event event;
    private List<Execution> listed = List.of();

    Records(Aws aws, String stateMachine, Event event, String own) {
        this.aws = aws;
        this.stateMachine = stateMachine;
        this.own = own;
        this.event = event;
    }

    /**
     * A Preflight that has ended.
     *
     * @param payload its last payload
     * @param started when it began
     */
    record Earlier(Payload payload, Instant started) {

        /** What it found; only if it {@link #went} anywhere. */
        OpeningResult opened() {
            return payload.found().orElseThrow();
        }

        private Instant asked() {
            return payload.event().asked(started);
        }

        private boolean went(Direction way) {
            return payload.found().filter(found -> found.direction() == way).isPresent();
        }

        private Optional<Map<String, Object>> from() {
            return relevant(payload.event(), FROM);
        }

        private Optional<Map<String, Object>> to() {
            return relevant(payload.event(), TO);
        }
    }

    /** For Shift: the Preflight that accepted this operation, the newest that went forward. */
    Earlier accepted() {
        return preflights()
                .filter(found -> found.went(Direction.FORWARD))
                .findFirst()
                .filter(found -> found.to().equals(relevant(event, TO)))
                .orElseThrow(() -> unknown("the record of this deploy's Preflight cannot be found yet"));
    }

    /** Something that a run needs to begin is not known yet; the run tries again. */
    static AwsException unknown(String what) {
        return new AwsException("NotYet", what, null);
    }

    /**
     * For a rollback: the Preflight that began what is rolled back, or an earlier attempt at this rollback. Empty if
     * there is no record, and so nothing was accepted. Updates of a stack that had failed are rolled back together:
     * each began where the one before it ended.
     */
    Optional<Earlier> begun() {
        Optional<Map<String, Object>> from = relevant(event, FROM);
        Optional<Map<String, Object>> to = relevant(event, TO);
        Optional<Map<String, Object>> link = from;
        for (Earlier found : preflights().toList()) {
            if (found.went(Direction.BACKWARD)) {
                if (link.equals(from) && found.to().equals(to) && found.from().equals(from)) {
                    return Optional.of(newest(found));
                }
                continue;
            }
            if (!found.went(Direction.FORWARD) || !found.to().equals(link)) {
                return Optional.empty();
            }
            link = found.from();
            if (link.equals(to)) {
                return Optional.of(newest(found));
            }
        }
        return Optional.empty();
    }

    /**
     * {@code found}, unless a Preflight that began after it still runs: it may be that of the update that is rolled
     * back, and notices within minutes that its stack has turned.
     *
     * @throws AwsException if there is one
     */
    private Earlier newest(Earlier found) {
        boolean runs = listed.stream()
                .filter(run -> run.running() && !run.arn().equals(own))
                .filter(run -> run.name().startsWith(Event.ResourceType.PREFLIGHT.prefix()))
                .anyMatch(run -> run.started().isAfter(found.started()));
        if (runs) {
            throw unknown("a Preflight that began later has not ended yet");
        }
        return found;
    }

    /** Whether a Shift that has begun since the run of {@code earlier} has told that traffic is where it was. */
    boolean saidRolledBack(Earlier earlier) {
        return shiftsSince(earlier)
                .anyMatch(run -> output(run)
                        .filter(payload -> Notices.told(new Payload(payload), NoticeState.ROLLED_BACK))
                        .isPresent());
    }

    private Stream<Execution> shiftsSince(Earlier earlier) {
        return executions().stream()
                .filter(run -> run.name().startsWith(Event.ResourceType.SHIFT.prefix()))
                .filter(run -> run.started().isAfter(earlier.started()));
    }

    /** Whether a Shift that has begun since the run of {@code earlier} may have changed weights. */
    boolean moved(Earlier earlier) {
        return shiftsSince(earlier)
                .anyMatch(run -> output(run)
                        .flatMap(payload -> Legible.of(() -> new Payload(payload).journal()))
                        .filter(journal -> leftAlone(journal, earlier.opened().home()))
                        .isEmpty());
    }

    /** Whether a run ended with no weights written: it turned back before its first, or never began. */
    private static boolean leftAlone(Journal journal, Optional<Weights> home) {
        return journal.outcome().equals(Optional.of(Outcome.ROLLED_BACK))
                && (!journal.goingBack() || journal.stray().equals(home));
    }

    /** Newest first by CloudFormation's request: Lambda may deliver an event when later ones have had their run. */
    private Stream<Earlier> preflights() {
        Deque<Execution> unread = executions().stream()
                .filter(run -> run.name().startsWith(Event.ResourceType.PREFLIGHT.prefix()))
                .collect(Collectors.toCollection(ArrayDeque::new));
        Queue<Earlier> read = new PriorityQueue<>(
                comparing(Earlier::asked).thenComparing(Earlier::started).reversed());
        return Stream.generate(() -> newest(unread, read))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream);
    }

    /** No run began before it was asked for, so few outputs have to be read. */
    private Optional<Earlier> newest(Deque<Execution> unread, Queue<Earlier> read) {
        while (!unread.isEmpty()
                && (read.isEmpty()
                        || unread.peek().started().isAfter(read.peek().asked()))) {
            Execution run = unread.remove();
            output(run).map(map -> new Earlier(new Payload(map), run.started())).ifPresent(read::add);
        }
        return Optional.ofNullable(read.poll());
    }

    private Optional<Map<String, Object>> output(Execution run) {
        return run.running() ? Optional.empty() : aws.describeExecutionOutput(run.arn());
    }

    private List<Execution> executions() {
        listed = aws.listExecutions(stateMachine);
        return listed.stream().filter(run -> !run.arn().equals(own)).toList();
    }

    /** All executions, as they were last listed for a record. */
    List<Execution> listed() {
        return listed;
    }

    private static Optional<Map<String, Object>> relevant(Event event, String properties) {
        return event.raw(properties).map(Records::relevant);
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
}
