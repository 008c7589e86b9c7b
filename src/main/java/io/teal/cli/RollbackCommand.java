package io.teal.cli;

import io.teal.operate.RefusedException;
import io.teal.operate.rollback.RollBack;
import io.teal.release.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code teal rollback}: returns traffic at once. */
@Command(
        name = "rollback",
        description = {
            "Brings traffic back. While an update is in progress it cancels that, and"
                    + " CloudFormation goes back; else it checks the other fleet, moves traffic in one write, reads it"
                    + " back, and says what to deploy next. Of a service with one fleet it only says which commands"
                    + " take it back."
        })
final class RollbackCommand extends StackVerb {
    @Option(names = "--service", paramLabel = "NAME", description = "the service, in a stack of several")
    private String service;

    @Option(
            names = "--to",
            paramLabel = "COLOR",
            description = "blue or green. Default: the one that was active before")
    private String to;

    @Option(
            names = "--past-contract",
            description = "even if the release was deployed with contract=true, since the schema was put back")
    private boolean pastContract;

    @Option(names = "--yes", description = "does not ask")
    private boolean yes;

    RollbackCommand(Opener opener) {
        super(opener);
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<Color> color = Optional.ofNullable(to).map(RollbackCommand::color);
        String stack = stack();
        RollBack rollBack =
                new RollBack(open(), line -> print(List.of(line)), question -> confirm(yes, question), pastContract);
        return switch (rollBack.run(stack, Optional.ofNullable(service), color)) {
            case BACK -> ExitCode.BACK.code();
            case UNCHANGED -> ExitCode.UNCHANGED.code();
            case NEEDS_HUMAN -> ExitCode.NEEDS_HUMAN.code();
        };
    }

    private static Color color(String text) {
        return Arrays.stream(Color.values())
                .filter(color -> color.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "--to must be blue or green, got '" + text + "'", "write --to blue or --to green"));
    }
}
