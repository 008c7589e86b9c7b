package io.teal.cli;

import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.operate.account.Stack;
import io.teal.operate.history.HistoryText;
import io.teal.operate.history.ReleaseHistory;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code teal history}: past releases, how they ended and why. */
@Command(name = "history", description = "Lists past releases of the last 90 days, how they ended, and why.")
final class HistoryCommand extends StackVerb {
    @Option(names = "--service", paramLabel = "NAME", description = "the service, in a stack of several")
    private String service;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "how many releases at most. Default: 20")
    private int limit = 20;

    HistoryCommand(Opener opener) {
        super(opener);
    }

    @Override
    public Integer call() {
        String stack = stack();
        Connection connection = open();
        Service of = Stack.read(connection.account(), connection.reads(), stack).service(Optional.ofNullable(service));
        print(HistoryText.lines(of.name(), new ReleaseHistory(connection).of(of, limit)));
        return ExitCode.DONE.code();
    }
}
