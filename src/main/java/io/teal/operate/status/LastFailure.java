package io.teal.operate.status;

import io.teal.release.journal.Outcome;
import io.teal.release.port.Aws;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.RunRecord;
import java.util.List;
import java.util.Optional;

/** Finds the run that the last deploy failed in, by the records that the state machine keeps for 90 days. */
final class LastFailure {
    /** A deploy and its rollback have fewer runs. */
    private static final int MOST_READ = 10;

    private LastFailure() {}

    /** The newest run that failed, of {@code executions}, newest first; empty if a later deploy has passed. */
    static Optional<FailedRun> of(Aws aws, List<Execution> executions) {
        List<Execution> ended = executions.stream()
                .filter(run -> !run.running() && !run.status().equals("ABORTED"))
                .limit(MOST_READ)
                .toList();
        for (Execution run : ended) {
            Optional<RunRecord> found = aws.describeExecutionOutput(run.arn()).map(RunRecord::new);
            if (found.isEmpty()) {
                return Optional.of(new FailedRun(
                        run.name(),
                        run.started(),
                        List.of(
                                "its execution is " + run.status() + " and has answered nothing",
                                "look: aws stepfunctions get-execution-history --execution-arn " + run.arn())));
            }
            if (found.get().failed()) {
                return Optional.of(
                        new FailedRun(run.name(), run.started(), found.get().lines()));
            }
            if (found.get().passed() || installed(found.get())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Where hosts are installed on in place, the only run of a deploy. */
    private static boolean installed(RunRecord record) {
        return record.outcome().filter(Outcome.INSTALLED::equals).isPresent() && record.beginsDeploy();
    }
}
