package io.teal.cli;

import io.teal.release.InvalidValueException;
import io.teal.release.Strategy;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The {@code teal} command. */
@Command(
        name = "teal",
        description = "Blue/green releases for EC2 Auto Scaling fleets.",
        mixinStandardHelpOptions = true,
        version = "teal 0.1.0",
        subcommands = {NextCommand.class, RehearseCommand.class})
public final class Teal implements Runnable {
    @Spec
    private CommandSpec spec;

    private Teal() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, for {@link #main} and for tests. */
    public static CommandLine commandLine() {
        return commandLine((profile, region) -> SdkConnection.open(profile, region));
    }

    /** The command line with another connection, for tests. */
    static CommandLine commandLine(StackVerb.Opener opener) {
        CommandLine line = new CommandLine(new Teal())
                .addSubcommand(new PlanCommand(opener))
                .addSubcommand(new StatusCommand(opener))
                .addSubcommand(new RollbackCommand(opener));
        line.getSubcommands()
                .forEach((verb, command) -> command.getCommandSpec()
                        .mixinStandardHelpOptions(true)
                        .usageMessage()
                        .footerHeading("Exit codes:%n")
                        .footer(ExitCode.help(verb)));
        line.registerConverter(Strategy.class, Teal::strategy);
        line.setExecutionExceptionHandler(
                (error, command, parsed) -> ErrorTable.of(error).print(command.getErr()));
        line.setParameterExceptionHandler((error, arguments) -> unusable(error));
        return line;
    }

    private static Strategy strategy(String text) {
        try {
            return Strategy.parse(text);
        } catch (InvalidValueException malformed) {
            throw new TypeConversionException(malformed.getMessage());
        }
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
