package io.teal.cli;

import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.operate.account.Stack;
import io.teal.operate.history.HistoryText;
import io.teal.operate.history.ReleaseHistory;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code teal history}: past releases, how they ended and why. */
@Command(
        name = "history",
        description =
                "Lists past releases, how they ended, and why: of 90 days; of hosts that are replaced, of six weeks.")
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
        String name = stack();
        Connection connection = open();
        Stack stack = Stack.read(connection.account(), connection.reads(), name);
        Optional<String> named = Optional.ofNullable(service);
        ReleaseHistory history = new ReleaseHistory(connection);
        print(stack.singleFleet(named)
                .map(fleet -> HistoryText.lines(fleet, history.of(fleet, limit)))
                .orElseGet(() -> lines(stack.service(named), history)));
        return ExitCode.DONE.code();
    }

    private List<String> lines(Service one, ReleaseHistory history) {
        return HistoryText.lines(one.name(), history.of(one, limit));
    }
}
