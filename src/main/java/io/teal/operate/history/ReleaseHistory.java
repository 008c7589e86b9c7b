package io.teal.operate.history;

import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.operate.account.SingleFleet;
import io.teal.release.journal.Outcome;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.RunRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Puts the runs of a service together to releases. Step Functions keeps records for 90 days and lists a hundred; a
 * deploy has two runs, one that went back four.
 *
 * @param connection reads them
 */
public record ReleaseHistory(Connection connection) {

    /** The newest {@code most} releases of {@code service}, newest first. */
    public List<PastRelease> of(Service service, int most) {
        return of(service.properties().stateMachine(), most);
    }

    /** The same of a service with one fleet, by refreshes of its hosts or runs of Install. */
    public List<PastRelease> of(SingleFleet fleet, int most) {
        return fleet.install()
                .map(install -> of(install.machine(), most).stream()
                        .map(PastRelease::withoutColors)
                        .toList())
                .orElseGet(() -> new RefreshHistory(connection).of(fleet.group(), most));
    }

    private List<PastRelease> of(String machine, int most) {
        List<Execution> oldestFirst = new ArrayList<>(connection.aws().listExecutions(machine));
        Collections.reverse(oldestFirst);
        Deque<PastRelease> releases = new ArrayDeque<>();
        for (Execution run : oldestFirst) {
            Optional<RunRecord> record = run.running()
                    ? Optional.empty()
                    : connection.aws().describeExecutionOutput(run.arn()).map(RunRecord::new);
            if (record.isPresent()) {
                add(run, record.get(), releases);
            } else {
                without(run, releases);
            }
        }
        return releases.stream().limit(most).toList();
    }

    private static void add(Execution run, RunRecord record, Deque<PastRelease> releases) {
        Instant ended = run.ended().orElse(run.started());
        if (record.beginsDeploy()) {
            PastRelease begun =
                    new PastRelease(run.started(), Duration.ZERO, record.changes(), PastRelease.STARTED, "");
            releases.push(begun);
            if (record.refused()) {
                end(releases, PastRelease.REFUSED, record, ended);
            } else if (record.outcome().filter(Outcome.INSTALLED::equals).isPresent()) {
                end(releases, PastRelease.DONE, record, ended);
            } else if (record.failed()) {
                end(releases, PastRelease.FAILED, record, ended);
            }
            return;
        }
        if (record.guards()) {
            releases.push(new PastRelease(
                    run.started(), Duration.ZERO, "an alarm after the release", PastRelease.STARTED, ""));
        }
        if (!releases.isEmpty()) {
            next(record, releases, ended);
        }
    }

    private static void next(RunRecord record, Deque<PastRelease> releases, Instant ended) {
        String back = record.failed() ? PastRelease.NEEDS_HUMAN : PastRelease.ROLLED_BACK;
        if (record.guards()) {
            end(releases, back, record, ended);
        } else if (record.recovers()) {
            boolean told = releases.peek().end().equals(PastRelease.ROLLED_BACK)
                    || releases.peek().end().equals(PastRelease.REFUSED);
            end(releases, told ? releases.peek().end() : back, record, ended);
        } else if (record.passed()) {
            end(releases, PastRelease.DONE, record, ended);
        } else {
            record.outcome()
                    .filter(how -> how == Outcome.ROLLED_BACK || how == Outcome.NEEDS_HUMAN)
                    .ifPresent(how -> end(releases, how.name(), record, ended));
        }
    }

    /** The first reason stays: what came after it is the way back. */
    private static void end(Deque<PastRelease> releases, String how, RunRecord record, Instant ended) {
        PastRelease last = releases.pop();
        String why = record.failed() && last.why().isEmpty() ? record.lines().get(0) : last.why();
        releases.push(last.ended(how, why, ended));
    }

    /** A run that goes on, or left no record. */
    private static void without(Execution run, Deque<PastRelease> releases) {
        if (!run.running() && !run.status().equals("ABORTED") && !releases.isEmpty()) {
            PastRelease last = releases.pop();
            releases.push(last.ended(
                    last.end(),
                    last.why().isEmpty() ? "run " + run.name() + " is " + run.status() : last.why(),
                    run.ended().orElse(run.started())));
        }
    }
}
