package io.teal.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TimersTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualTimers timers = new VirtualTimers();
    private final Instant begun = timers.instant();

    @Test
    void whatHoldsNowIsNotWaitedFor() {
        timers.await(timers.until(() -> true, SECOND));
        assertThat(timers.since(begun)).isZero();
    }

    @Test
    void whatIsWaitedForIsLookedAtEachInterval() {
        List<Duration> looks = new ArrayList<>();
        timers.await(timers.until(() -> looks.add(timers.since(begun)) && looks.size() == 3, SECOND));
        assertThat(looks).containsExactly(Duration.ZERO, SECOND, SECOND.multipliedBy(2));
    }

    @Test
    void aLookThatThrowsFailsTheWaitEvenTheFirst() {
        CompletableFuture<Void> wait = timers.until(
                () -> {
                    throw new InvalidRunException("the host has exited", "look at its log");
                },
                SECOND);
        assertThatThrownBy(() -> timers.await(wait)).isInstanceOf(InvalidRunException.class);
    }

    @Test
    void aWaitOfADayEnds() {
        Instant end = begun.plus(Duration.ofDays(1));
        timers.await(timers.until(() -> !timers.instant().isBefore(end), SECOND));
        assertThat(timers.instant()).isEqualTo(end);
    }
}
