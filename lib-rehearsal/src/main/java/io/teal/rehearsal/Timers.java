package io.teal.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Time, as the stand-ins for AWS know it: the only way in which they wait. On the real clock it passes by itself; on
 * the virtual clock it is as late as the next thing that is due.
 */
public interface Timers extends InstantSource {
    /** How much faster the templates' timers run than {@link #instant}. */
    Timescale timescale();

    /** Completed when {@code templateTime} has passed; never before this call has returned. */
    CompletableFuture<Void> after(Duration templateTime);

    /** Completed when it is {@code moment}, as {@link #instant} tells; never before this call has returned. */
    CompletableFuture<Void> at(Instant moment);

    /** Lets time pass until {@code done} is completed, and returns its value or throws what it failed with. */
    <T> T await(CompletableFuture<T> done);

    /** Completed when {@code holds}, which is looked at now and each {@code interval}; failed if that throws. */
    default CompletableFuture<Void> until(BooleanSupplier holds, Duration interval) {
        CompletableFuture<Void> now = CompletableFuture.completedFuture(null);
        return now.thenCompose(
                look -> holds.getAsBoolean() ? now : after(interval).thenCompose(passed -> until(holds, interval)));
    }

    /** The moment at which {@code templateTime} will have passed. */
    default Instant deadline(Duration templateTime) {
        return instant().plus(timescale().real(templateTime));
    }

    /** The time since {@code past}, as {@link #instant} counts it. */
    default Duration since(Instant past) {
        return Duration.between(past, instant());
    }

    /** Completed when all {@code parts} are; failed if one has. */
    static CompletableFuture<Void> all(Stream<CompletableFuture<Void>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
    }

    /** The value of {@code done}, which is completed; or what it failed with, as it was thrown. */
    static <T> T value(CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw failed;
        }
    }
}
