package io.teal.verify;

import picocli.CommandLine;

/** The entry of {@code bin/verify-on-aws}. */
public final class Verify {
    private Verify() {}

    /** Measures, and ends with the exit code that the help lists. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new VerifyCommand(AwsLab::new)).execute(arguments));
    }
}
