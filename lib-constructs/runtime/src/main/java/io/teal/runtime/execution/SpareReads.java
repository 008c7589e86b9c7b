package io.teal.runtime.execution;

import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Reads that a run can do without: one that fails, or for which the tick has no time left, is empty. */
final class SpareReads {
    /** A read takes ten seconds at most, the function 25. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Aws aws;
    private final Clock clock;
    private final Instant begun;

    /** In a tick that {@code begun} then. */
    SpareReads(Aws aws, Clock clock, Instant begun) {
        this.aws = aws;
        this.clock = clock;
        this.begun = begun;
    }

    <T> Optional<T> attempt(Function<Aws, T> read) {
        if (clock.instant().isAfter(begun.plus(PATIENCE))) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(aws));
        } catch (AwsException unreadable) {
            return Optional.empty();
        }
    }

    /** So long before now. */
    Instant ago(Duration time) {
        return clock.instant().minus(time);
    }
}
