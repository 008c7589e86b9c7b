package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Signals of hosts to CloudFormation: each sends a success as soon as it listens. */
final class Signals {
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);

    private final Timers timers;

    Signals(Timers timers) {
        this.timers = timers;
    }

    /** How many of {@code hosts} have signalled, when that is {@code needed}, or at {@code deadline}. */
    CompletableFuture<Long> await(Supplier<List<Host>> hosts, int needed, Instant deadline) {
        return timers.until(() -> received(hosts) >= needed || !timers.instant().isBefore(deadline), CHECK_INTERVAL)
                .thenApply(over -> received(hosts));
    }

    /**
     * Completed when {@code needed} of {@code hosts} have signalled; or {@code within} with what is lacking, in words.
     */
    CompletableFuture<Optional<String>> lacking(Supplier<List<Host>> hosts, int needed, Duration within) {
        return await(hosts, needed, timers.deadline(within))
                .thenApply(received -> Optional.of("received " + received + " of " + needed + " signals within "
                                + within.toSeconds() + " s")
                        .filter(why -> received < needed));
    }

    private static long received(Supplier<List<Host>> hosts) {
        return hosts.get().stream().filter(host -> host.machine().listens()).count();
    }
}
