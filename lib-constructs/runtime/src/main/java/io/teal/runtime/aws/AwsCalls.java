package io.teal.runtime.aws;

import io.teal.release.port.AwsException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's exceptions into the port's, with one-line messages. */
public final class AwsCalls {
    private AwsCalls() {}

    /** The result of {@code call}; {@code name} names the call and its target. */
    public static <T> T of(String name, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException refused) {
            throw new AwsException(code(refused), name + ": " + reason(refused), refused);
        } catch (SdkException unanswered) {
            throw new AwsException("Unanswered", name + ": " + firstLine(unanswered.getMessage()), unanswered);
        }
    }

    /** A proxy in front of a service answers with an HTTP status and no AWS error code. */
    private static String code(AwsServiceException refused) {
        return details(refused).map(AwsErrorDetails::errorCode).orElse("Http" + refused.statusCode());
    }

    private static String reason(AwsServiceException refused) {
        return details(refused)
                .map(AwsErrorDetails::errorMessage)
                .map(AwsCalls::firstLine)
                .orElse("answered with HTTP status " + refused.statusCode() + " and no reason");
    }

    private static Optional<AwsErrorDetails> details(AwsServiceException refused) {
        return Optional.ofNullable(refused.awsErrorDetails());
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
