package io.teal.operate.status;

import io.teal.operate.account.Account;
import io.teal.operate.run.RunAt;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.Execution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run in progress.
 *
 * @param name its execution's name
 * @param started when it began
 * @param line its step, in one line; empty text if that is not known
 */
public record RunStatus(String name, Instant started, String line) {

    /**
     * Those of {@code executions} that have not ended, each with the step it is at.
     *
     * @param properties of the service; empty if it has no colours, and then its runs have them
     */
    static List<RunStatus> running(
            Account account, List<Execution> executions, Optional<CutoverProperties> properties) {
        return executions.stream()
                .filter(Execution::running)
                .map(run -> new RunStatus(
                        run.name(),
                        run.started(),
                        RunAt.of(account.executionHistory(run.arn()), properties)
                                .map(at -> properties.isPresent() ? at.line() : at.lineWithoutColor())
                                .orElse("")))
                .toList();
    }
}
