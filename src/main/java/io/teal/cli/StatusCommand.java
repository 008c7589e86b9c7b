package io.teal.cli;

import io.teal.operate.account.Connection;
import io.teal.operate.status.Status;
import io.teal.operate.status.StatusJson;
import io.teal.operate.status.StatusReader;
import io.teal.operate.status.StatusText;
import io.teal.operate.status.Watcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code teal status}: the live state, the template's state, and what is in progress. */
@Command(name = "status", description = "Shows live weights, fleets and runs of a stack, and whether they are settled.")
final class StatusCommand extends StackVerb {
    @Option(names = "--watch", description = "shows each change, until nothing is in progress")
    private boolean watch;

    @Option(names = "--json", description = "prints JSON, one line for each reading")
    private boolean json;

    StatusCommand(Opener opener) {
        super(opener);
    }

    @Override
    public Integer call() throws InterruptedException {
        String stack = stack();
        Connection connection = open();
        StatusReader reader = new StatusReader(connection);
        Status last;
        if (watch) {
            last = new Watcher(reader, connection.pause(), this::print, this::warn).watch(stack);
        } else {
            last = reader.read(stack);
            print(last);
        }
        return (last.settled() ? ExitCode.SETTLED : ExitCode.NOT_SETTLED).code();
    }

    private void print(Status status) {
        if (json) {
            printJson(StatusJson.text(status));
        } else {
            print(StatusText.lines(status));
        }
    }
}
