package io.teal.cli;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.SynthesizedStack;
import io.teal.rehearsal.report.Wrap;
import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A verb that reads a deployed stack. */
abstract class StackVerb implements Callable<Integer> {
    private final Opener opener;

    @Parameters(
            arity = "0..1",
            paramLabel = "STACK",
            description = "name of the stack in CloudFormation. Default: the only stack with a service of Teal in the"
                    + " nearest cdk.out")
    private String stack;

    @Mixin
    private AccountOptions account = new AccountOptions();

    @Spec
    private CommandSpec spec;

    StackVerb(Opener opener) {
        this.opener = opener;
    }

    /** Opens connections; the SDK is loaded only then. */
    interface Opener {
        Connection open(Optional<String> profile, Optional<String> region);
    }

    /**
     * The stack's name.
     *
     * @throws RefusedException if none was given and it is not clear which
     */
    final String stack() {
        return stack == null ? SynthesizedStack.near(Path.of("")).name() : stack;
    }

    /** The name that was given, if one was. */
    final Optional<String> named() {
        return Optional.ofNullable(stack);
    }

    /** Whether an option says which account or region. */
    final boolean choosesAccount() {
        return account.areGiven();
    }

    final Connection open() {
        return account.open(opener);
    }

    /** Prints each line in 80 columns. */
    final void print(List<String> lines) {
        lines.forEach(line -> Wrap.print(spec.commandLine().getOut(), line));
    }

    /** Prints JSON, however long. */
    final void printJson(String json) {
        spec.commandLine().getOut().println(json);
    }

    /**
     * Whether a person agrees to {@code question}, or has {@code agreed} already.
     *
     * @throws RefusedException if there is no terminal to ask on
     */
    static boolean confirm(boolean agreed, String question) {
        Console console = System.console();
        if (agreed) {
            return true;
        }
        if (console == null) {
            throw new RefusedException("no terminal to confirm on: " + question, "add --yes");
        }
        return "yes".equals(console.readLine("%s [yes/no] ", question));
    }

    final void warn(String line) {
        spec.commandLine().getErr().println("teal: " + line);
    }
}
