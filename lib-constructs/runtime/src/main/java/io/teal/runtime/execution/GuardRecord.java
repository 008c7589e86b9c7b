package io.teal.runtime.execution;

import io.teal.release.Release;
import io.teal.release.SchemaStep;
import io.teal.release.guard.WatchedRelease;
import io.teal.release.journal.Journal;
import io.teal.release.journal.Outcome;
import io.teal.release.observation.Direction;
import io.teal.release.port.Aws;
import io.teal.release.port.Execution;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the records of Shift say of the release that is live: its properties, and the promotion that it comes from.
 *
 * @param settled the newest run of Shift, which has succeeded: the template says its properties
 * @param promotion the run that promoted the active colour
 * @param runs all executions, newest first
 */
record GuardRecord(Payload settled, Payload promotion, List<Execution> runs) {
    /**
     * From {@code runs}, all executions; empty if the release that is live comes from no promotion, or only a newer
     * Teal knows: the deploy that brought it back has taken its release with it.
     */
    static Optional<GuardRecord> read(Aws aws, List<Execution> runs) {
        return Legible.of(() -> find(aws, runs));
    }

    private static Optional<GuardRecord> find(Aws aws, List<Execution> runs) {
        Iterator<Payload> shifts = runs.stream()
                .filter(run -> run.name().startsWith(Event.ResourceType.SHIFT.prefix()))
                .sorted(Comparator.comparing(Execution::started).reversed())
                .map(run -> output(aws, run))
                .iterator();
        if (!shifts.hasNext()) {
            return Optional.empty();
        }
        Payload settled = shifts.next();
        if (!settled.succeeded()) {
            return Optional.empty();
        }
        Payload earlier = settled;
        while (!moved(earlier) && shifts.hasNext()) {
            earlier = shifts.next();
        }
        return promoted(earlier, settled) ? Optional.of(new GuardRecord(settled, earlier, runs)) : Optional.empty();
    }

    /** A run that goes on, or died, has no output: nothing is known of it. */
    private static Payload output(Aws aws, Execution run) {
        return new Payload(
                run.running()
                        ? Map.of()
                        : aws.describeExecutionOutput(run.arn()).orElse(Map.of()));
    }

    /** Whether a release ended with this run and other weights than before. */
    private static boolean moved(Payload shift) {
        return shift.succeeded()
                && shift.opened()
                        .filter(opened -> opened.direction() == Direction.FORWARD)
                        .flatMap(OpeningResult::home)
                        .filter(home -> !shift.journal().flatMap(Journal::at).equals(Optional.of(home)))
                        .isPresent();
    }

    private static boolean promoted(Payload shift, Payload settled) {
        if (!moved(shift) || outcome(shift) != Outcome.PROMOTED) {
            return false;
        }
        Release then = release(shift);
        Release now = release(settled);
        boolean gained =
                shift.opened().flatMap(OpeningResult::home).orElseThrow().percent(then.active()) < 100;
        return gained
                && then.weight(then.active()) == 100
                && !shift.event().properties().request().allowRollBack()
                && then.active() == now.active()
                && then.version(then.active()).equals(now.version(now.active()));
    }

    private static Outcome outcome(Payload shift) {
        return shift.journal().flatMap(Journal::outcome).orElse(Outcome.SUPERSEDED);
    }

    private static Release release(Payload shift) {
        return shift.event().properties().request().release();
    }

    /**
     * The promotion as the guard watches it; empty if the service has no guard, or the schema fits no other version.
     */
    Optional<WatchedRelease> watched() {
        boolean contracted = settled.event().properties().request().schema() == SchemaStep.CONTRACTED;
        Optional<Duration> window = settled.event().properties().guard().filter(time -> !contracted);
        return window.map(time -> new WatchedRelease(
                release(settled).active(), promotion.journal().orElseThrow().since(), time));
    }

    /** How many runs of the guard this promotion has had. */
    long tries() {
        return runs.stream().filter(run -> run.name().startsWith(prefix())).count();
    }

    /** Whether one of them has not ended. */
    boolean busy() {
        return runs.stream().anyMatch(run -> run.running() && run.name().startsWith(Event.ResourceType.GUARD.prefix()));
    }

    /** Names of the guard's runs of this promotion begin so: each number is given once, whoever asks. */
    private String prefix() {
        return Event.ResourceType.GUARD.prefix() + request() + "-";
    }

    String request() {
        return promotion.event().request();
    }
}
