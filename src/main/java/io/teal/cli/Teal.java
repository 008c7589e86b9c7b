package io.teal.cli;

import io.teal.release.InvalidValueException;
import io.teal.release.Strategy;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code teal} command. */
@Command(
        name = "teal",
        description = "Blue/green releases for EC2 Auto Scaling fleets.",
        mixinStandardHelpOptions = true,
        version = "teal 0.1.0",
        subcommands = {InitCommand.class, RehearseCommand.class, CompletionCommand.class})
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
        CommandLine line = withVerbs(opener);
        line.getSubcommands()
                .forEach((verb, command) -> command.getCommandSpec()
                        .mixinStandardHelpOptions(true)
                        .usageMessage()
                        .footerHeading("Exit codes:%n")
                        .footer(ExitCode.help(verb)));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Strategy.class, Teal::strategy);
        line.registerConverter(Path.class, Teal::path);
        line.setExecutionExceptionHandler(
                (error, command, parsed) -> ErrorTable.of(error).print(command.getErr()));
        line.setParameterExceptionHandler((error, arguments) -> unusable(error));
        return line;
    }

    private static CommandLine withVerbs(StackVerb.Opener opener) {
        return new CommandLine(new Teal())
                .addSubcommand(new NextCommand(opener))
                .addSubcommand(new PlanCommand(opener))
                .addSubcommand(new ReleaseCommand.Releasing(opener))
                .addSubcommand(new StatusCommand(opener))
                .addSubcommand(new TellingCommand.Promote(opener))
                .addSubcommand(new TellingCommand.Abort(opener))
                .addSubcommand(new RollbackCommand(opener))
                .addSubcommand(new ReleaseCommand.Retiring(opener))
                .addSubcommand(new HistoryCommand(opener))
                .addSubcommand(new DoctorCommand(opener))
                .addSubcommand(new CleanCommand(opener));
    }

    private static Strategy strategy(String text) {
        try {
            return Strategy.parse(text);
        } catch (InvalidValueException malformed) {
            throw new TypeConversionException(malformed.getMessage());
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException unwritable) {
            throw new TypeConversionException(
                    "this machine cannot have a file of that name: its characters are not in the" + " locale's set, "
                            + System.getProperty("sun.jnu.encoding") + "; LC_ALL=C.UTF-8 has them all");
        }
    }

    private static int unusable(ParameterException error) {
        PrintWriter err = error.getCommandLine().getErr();
        String name = error.getCommandLine().getCommandSpec().qualifiedName();
        String message = error.getMessage().lines().findFirst().orElse("");
        Optional<String> hint = meant(error).map(verb -> "did you mean: " + name + " " + verb);
        return new ErrorTable(ExitCode.BAD_INPUT, message, hint.orElse("see " + name + " --help")).print(err);
    }

    /** The word that is nearest to one that is not known. */
    private static Optional<String> meant(ParameterException error) {
        return error instanceof UnmatchedArgumentException unknown
                ? unknown.getSuggestions().stream().findFirst()
                : Optional.empty();
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
