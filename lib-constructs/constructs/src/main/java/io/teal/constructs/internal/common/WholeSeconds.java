package io.teal.constructs.internal.common;

import io.teal.release.InvalidValueException;
import java.util.OptionalLong;
import software.amazon.awscdk.Duration;

/** Times that AWS takes in whole seconds. Unresolved ones pass every check. */
public final class WholeSeconds {
    private static final int MILLIS = 1000;

    private WholeSeconds() {}

    /** {@code time} of the CDK's as Java has it. */
    public static java.time.Duration of(Duration time) {
        return java.time.Duration.ofSeconds(time.toSeconds().longValue());
    }

    /**
     * Checks the range of {@code field}.
     *
     * @throws InvalidValueException if {@code time} is no whole seconds, or out of the range
     */
    public static void between(String field, Duration time, int least, int most) {
        whole(field, time).ifPresent(seconds -> {
            InvalidValueException.require(
                    seconds >= least && seconds <= most,
                    field + " must be from " + least + " to " + most + " seconds, got " + seconds);
        });
    }

    /**
     * Checks that {@code field} is at least a second.
     *
     * @param why what happens if it is
     * @throws InvalidValueException if {@code time} is no whole seconds, or none
     */
    public static void some(String field, Duration time, String why) {
        whole(field, time).ifPresent(seconds -> {
            InvalidValueException.require(seconds >= 1, field + " must be 1 second or more, got " + seconds, why);
        });
    }

    /**
     * The seconds of {@code field}, if they are known.
     *
     * @throws InvalidValueException if {@code time} is no whole seconds
     */
    public static OptionalLong whole(String field, Duration time) {
        if (time.isUnresolved()) {
            return OptionalLong.empty();
        }
        long millis = time.toMilliseconds().longValue();
        InvalidValueException.require(millis % MILLIS == 0, field + " must be whole seconds, got " + millis + " ms");
        return OptionalLong.of(millis / MILLIS);
    }
}
