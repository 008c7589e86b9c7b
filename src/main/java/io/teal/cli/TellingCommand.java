package io.teal.cli;

import io.teal.operate.run.Telling;
import io.teal.release.observation.Word;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code teal promote} and {@code teal abort}: what a person tells a release in progress. */
abstract class TellingCommand extends StackVerb {
    private final Word.Says says;

    @Option(names = "--service", paramLabel = "NAME", description = "the service, in a stack of several")
    private String service;

    @Option(names = "--why", paramLabel = "TEXT", description = "why, for the record")
    private String why;

    @Option(names = "--yes", description = "does not ask")
    private boolean yes;

    private TellingCommand(Opener opener, Word.Says says) {
        super(opener);
        this.says = says;
    }

    @Override
    public Integer call() {
        String stack = stack();
        Telling telling = new Telling(open(), line -> print(List.of(line)), question -> confirm(yes, question));
        boolean told = telling.tell(
                stack,
                Optional.ofNullable(service),
                says,
                Optional.ofNullable(why).orElse(""));
        return told ? ExitCode.TOLD.code() : ExitCode.UNTOLD.code();
    }

    /** {@code teal promote}. */
    @Command(name = "promote", description = "Tells a release that waits for a person to go on.")
    static final class Promote extends TellingCommand {
        Promote(Opener opener) {
            super(opener, Word.Says.PROMOTE);
        }
    }

    /** {@code teal abort}. */
    @Command(
            name = "abort",
            description = "Tells a release in progress to take traffic back, whatever it is at; the deploy then fails.")
    static final class Abort extends TellingCommand {
        Abort(Opener opener) {
            super(opener, Word.Says.ABORT);
        }
    }
}
