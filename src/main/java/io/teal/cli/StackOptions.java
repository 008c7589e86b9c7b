package io.teal.cli;

import io.teal.operate.RefusedException;
import io.teal.operate.account.SynthesizedStack;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of every verb that reads a deployed stack. */
final class StackOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "STACK",
            description = "name of the stack in CloudFormation. Default: the only stack with a service of Teal in the"
                    + " nearest cdk.out")
    private String stack;

    @Option(names = "--profile", paramLabel = "NAME", description = "profile of the AWS configuration")
    private String profile;

    @Option(names = "--region", paramLabel = "REGION", description = "AWS region. Default: as the AWS CLI finds it")
    private String region;

    /**
     * The stack's name.
     *
     * @throws RefusedException if none was given and it is not clear which
     */
    String stack() {
        return stack == null ? SynthesizedStack.near(Path.of("")).name() : stack;
    }

    /** The name that was given, if one was. */
    Optional<String> named() {
        return Optional.ofNullable(stack);
    }

    Connection open(Connection.Opener opener) {
        return opener.open(Optional.ofNullable(profile), Optional.ofNullable(region));
    }
}
