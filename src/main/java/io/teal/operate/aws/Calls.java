package io.teal.operate.aws;

import io.teal.release.port.AwsException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Sends calls, and turns what the SDK throws into the port's exception. */
final class Calls {
    private Calls() {}

    /** The answer of {@code call}; {@code name} is what messages call it. */
    static <T> T send(String name, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException refused) {
            throw new AwsException(code(refused), name + ": " + said(refused), refused);
        } catch (SdkException unsent) {
            throw new AwsException("Unanswered", name + ": " + unsent.getMessage(), unsent);
        }
    }

    static String code(AwsServiceException refused) {
        return refused.awsErrorDetails() == null
                ? "Unknown"
                : refused.awsErrorDetails().errorCode();
    }

    private static String said(AwsServiceException refused) {
        return refused.awsErrorDetails() == null
                ? refused.getMessage()
                : refused.awsErrorDetails().errorMessage();
    }
}
