package io.teal.runtime.aws;

import io.teal.release.port.AwsException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's exceptions into the port's. */
final class Calls {
    private Calls() {}

    /** What {@code call} gives; {@code name} says what was called, and on what. */
    static <T> T of(String name, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException refused) {
            String code = refused.awsErrorDetails().errorCode();
            throw new AwsException(code, name + ": " + refused.awsErrorDetails().errorMessage(), refused);
        } catch (SdkException unanswered) {
            throw new AwsException("Unanswered", name + ": " + unanswered.getMessage(), unanswered);
        }
    }
}
