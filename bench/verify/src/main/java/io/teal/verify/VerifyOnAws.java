package io.teal.verify;

import java.io.PrintWriter;
import picocli.CommandLine;

/** The entry of {@code bin/verify-on-aws}. */
public final class VerifyOnAws {
    private static final int UNREACHABLE = 4;

    /** Silences SLF4J's warning that no logging provider was found. */
    private static final String LOGGING = "slf4j.internal.verbosity";

    private VerifyOnAws() {}

    /** Measures, and exits with a code that the help lists. */
    public static void main(String[] arguments) {
        System.setProperty(LOGGING, "ERROR");
        System.exit(commandLine(new VerifyCommand(AwsLab::new)).execute(arguments));
    }

    /** The command line of {@code command}; prints an AWS error as one line. */
    static CommandLine commandLine(VerifyCommand command) {
        CommandLine line = new CommandLine(command);
        line.setExecutionExceptionHandler((error, failed, parsed) -> unreachable(error, failed.getErr()));
        return line;
    }

    private static int unreachable(Exception error, PrintWriter err) {
        err.println("teal: "
                + String.valueOf(error.getMessage()).lines().findFirst().orElse(""));
        err.println("hint: look at the credentials, the region and the network");
        return UNREACHABLE;
    }
}
