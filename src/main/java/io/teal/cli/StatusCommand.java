package io.teal.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.operate.account.Connection;
import io.teal.operate.checklist.Checklist;
import io.teal.operate.checklist.ChecklistJson;
import io.teal.operate.checklist.ChecklistReader;
import io.teal.operate.checklist.ChecklistText;
import io.teal.operate.status.Status;
import io.teal.operate.status.StatusJson;
import io.teal.operate.status.StatusReader;
import io.teal.operate.status.StatusText;
import io.teal.operate.status.Watcher;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code teal status}: the live state, the template's state, and what is in progress. */
@Command(name = "status", description = "Shows live weights, fleets and runs of a stack, and whether they are settled.")
final class StatusCommand extends StackVerb {
    @Option(names = "--watch", description = "shows each change, until nothing is in progress")
    private boolean watch;

    @Option(names = "--json", description = "prints JSON, one line for each reading")
    private boolean json;

    @Option(
            names = "--checklist",
            description =
                    "also shows what both colours do: requests, response times, hosts, alarms, errors in the logs")
    private boolean checklist;

    StatusCommand(Opener opener) {
        super(opener);
    }

    @Override
    public Integer call() throws InterruptedException {
        String stack = stack();
        Connection connection = open();
        StatusReader reader = new StatusReader(connection);
        Status last;
        Supplier<Optional<List<Checklist>>> lists =
                () -> checklist ? Optional.of(new ChecklistReader(connection).read(stack)) : Optional.empty();
        if (watch) {
            last = new Watcher(reader, connection.pause(), status -> print(status, lists.get()), this::warn)
                    .watch(stack);
        } else {
            last = reader.read(stack);
            print(last, lists.get());
        }
        return (last.settled() ? ExitCode.SETTLED : ExitCode.NOT_SETTLED).code();
    }

    private void print(Status status, Optional<List<Checklist>> lists) {
        if (json) {
            ObjectNode root = StatusJson.tree(status);
            lists.ifPresent(all -> ChecklistJson.put(all, root));
            printJson(root.toString());
        } else {
            print(StatusText.lines(status));
            lists.ifPresent(all -> print(ChecklistText.lines(all)));
        }
    }
}
