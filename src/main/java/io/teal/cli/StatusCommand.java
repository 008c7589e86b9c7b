package io.teal.cli;

import io.teal.operate.status.Status;
import io.teal.operate.status.StatusJson;
import io.teal.operate.status.StatusReader;
import io.teal.operate.status.StatusText;
import io.teal.operate.status.Watcher;
import io.teal.rehearsal.report.Wrap;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code teal status}: the live state, the template's state, and what is in progress. */
@Command(
        name = "status",
        description = "Shows live weights, fleets and runs of a stack, and whether they are settled.",
        mixinStandardHelpOptions = true,
        footerHeading = "Exit codes:%n",
        usageHelpWidth = 80)
final class StatusCommand implements Callable<Integer> {
    private final Connection.Opener opener;

    @Mixin
    private StackOptions where;

    @Option(names = "--watch", description = "shows each change, until nothing is in progress")
    private boolean watch;

    @Option(names = "--json", description = "prints JSON, one line for each reading")
    private boolean json;

    @Spec
    private CommandSpec spec;

    StatusCommand(Connection.Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws InterruptedException {
        String stack = where.stack();
        Connection connection = where.open(opener);
        StatusReader reader = new StatusReader(connection.account(), connection.aws(), connection.clock());
        Status last;
        if (watch) {
            last = new Watcher(reader, connection.pause(), this::print, this::complain).watch(stack);
        } else {
            last = reader.read(stack);
            print(last);
        }
        return (last.settled() ? ExitCode.SETTLED : ExitCode.NOT_SETTLED).code();
    }

    private void print(Status status) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(StatusJson.text(status));
        } else {
            StatusText.lines(status).forEach(text -> Wrap.print(out, text));
        }
        out.flush();
    }

    private void complain(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("teal: " + line);
        err.flush();
    }
}
