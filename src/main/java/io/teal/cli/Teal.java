package io.teal.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code teal} command. */
@Command(
        name = "teal",
        description = "Blue/green releases for EC2 Auto Scaling fleets.",
        mixinStandardHelpOptions = true,
        version = "teal 0.1.0",
        subcommands = {NextCommand.class, RehearseCommand.class})
public final class Teal implements Runnable {
    private static final Map<String, ExitCode[]> EXITS = Map.of(
            "next", new ExitCode[] {ExitCode.DONE, ExitCode.BAD_INPUT, ExitCode.BUG},
            "rehearse",
                    new ExitCode[] {
                        ExitCode.CLEAN, ExitCode.LOST, ExitCode.BAD_INPUT, ExitCode.INVALID_RUN, ExitCode.BUG
                    });

    @Spec
    private CommandSpec spec;

    private Teal() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, for {@link #main} and for tests. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Teal());
        EXITS.forEach((verb, exits) ->
                line.getSubcommands().get(verb).getCommandSpec().usageMessage().footer(ExitCode.help(exits)));
        line.setExecutionExceptionHandler(
                (error, command, parsed) -> ErrorTable.of(error).print(command.getErr()));
        line.setParameterExceptionHandler((error, arguments) -> unusable(error));
        return line;
    }

    private static int unusable(ParameterException error) {
        PrintWriter err = error.getCommandLine().getErr();
        String name = error.getCommandLine().getCommandSpec().qualifiedName();
        String message = error.getMessage().lines().findFirst().orElse("");
        return new ErrorTable(ExitCode.BAD_INPUT, message, "see " + name + " --help").print(err);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
