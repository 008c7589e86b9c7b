package io.teal.runtime.aws;

import io.teal.release.port.AwsException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's exceptions into the port's. */
final class SdkCalls {
    private SdkCalls() {}

    /** What {@code call} gives; {@code name} says what was called, and on what. */
    static <T> T of(String name, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException refused) {
            throw new AwsException(code(refused), name + ": " + reason(refused), refused);
        } catch (SdkException unanswered) {
            throw new AwsException("Unanswered", name + ": " + firstLine(unanswered.getMessage()), unanswered);
        }
    }

    /** What stands before a service, such as a proxy, answers with an HTTP status and no code of AWS. */
    private static String code(AwsServiceException refused) {
        return details(refused).map(AwsErrorDetails::errorCode).orElse("Http" + refused.statusCode());
    }

    private static String reason(AwsServiceException refused) {
        return details(refused)
                .map(AwsErrorDetails::errorMessage)
                .map(SdkCalls::firstLine)
                .orElse("answered with HTTP status " + refused.statusCode() + " and no reason");
    }

    private static Optional<AwsErrorDetails> details(AwsServiceException refused) {
        return Optional.ofNullable(refused.awsErrorDetails());
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
