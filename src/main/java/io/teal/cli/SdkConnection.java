package io.teal.cli;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.ParallelReads;
import io.teal.operate.aws.SdkAccount;
import io.teal.runtime.aws.AwsSdk;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Connects through the AWS SDK. Used only when a connection opens, so that other verbs do not load the SDK. */
final class SdkConnection {
    /** The system property for the profile's name, which all SDK clients of this process read. */
    private static final String PROFILE = "aws.profile";

    /** Silences SLF4J's warning that no logging provider was found. */
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
                    time -> Thread.sleep(time.toMillis()),
                    new ParallelReads());
        } catch (SdkException unusable) {
            throw new RefusedException(
                    "no AWS region is known", "add --region, as in --region eu-west-1, or set AWS_REGION");
        }
    }
}
