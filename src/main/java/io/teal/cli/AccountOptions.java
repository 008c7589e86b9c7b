package io.teal.cli;

import io.teal.operate.account.Connection;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which account and region a verb asks. */
final class AccountOptions {
    @Option(names = "--profile", paramLabel = "NAME", description = "profile of the AWS configuration")
    private String profile;

    @Option(names = "--region", paramLabel = "REGION", description = "AWS region. Default: as the AWS CLI finds it")
    private String region;

    /** Whether one of them is given. */
    boolean areGiven() {
        return profile != null || region != null;
    }

    Connection open(StackVerb.Opener opener) {
        return opener.open(Optional.ofNullable(profile), Optional.ofNullable(region));
    }
}
