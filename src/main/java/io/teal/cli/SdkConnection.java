package io.teal.cli;

import io.teal.operate.RefusedException;
import io.teal.operate.aws.SdkAccount;
import io.teal.runtime.aws.AwsSdk;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** The way to AWS, by its SDK: named only where a connection is opened, so that other verbs load nothing of it. */
final class SdkConnection {
    /** Where the SDK looks for the profile's name: one for all clients of this process. */
    private static final String PROFILE = "aws.profile";

    /** Without this, the SDK's logging says on standard error that it has nowhere to log to. */
    private static final String LOGGING = "slf4j.internal.verbosity";

    private SdkConnection() {}

    static Connection open(Optional<String> profile, Optional<String> region) {
        System.setProperty(LOGGING, "ERROR");
        profile.ifPresent(name -> System.setProperty(PROFILE, name));
        try {
            return new Connection(
                    AwsSdk.create(Optional.empty(), region),
                    new SdkAccount(region),
                    Clock.systemUTC(),
                    time -> Thread.sleep(time.toMillis()));
        } catch (SdkException unusable) {
            throw new RefusedException(
                    "no AWS region is known", "add --region, as in --region eu-west-1, or set AWS_REGION");
        }
    }
}
