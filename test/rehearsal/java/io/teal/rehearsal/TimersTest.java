package io.teal.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void aWaitInWhichNoTimePassesEnds() {
        AtomicInteger looks = new AtomicInteger();
        CompletableFuture<Void> wait = timers.until(
                () -> {
                    assertThat(looks.incrementAndGet()).isLessThan(3_000_000);
                    return false;
                },
                Duration.ZERO);
        assertThatThrownBy(() -> timers.await(wait))
                .isInstanceOf(InvalidRunException.class)
                .hasMessage("a million things have happened at one moment and something is waited for");
    }

    @Test
    void aWaitForWhatNeverComesEnds() {
        assertThatThrownBy(() -> timers.await(new CompletableFuture<>()))
                .isInstanceOf(InvalidRunException.class)
                .hasMessage("nothing is due and something is waited for");
        assertThatThrownBy(() -> timers.await(timers.until(() -> false, Duration.ofHours(1))))
                .isInstanceOf(InvalidRunException.class)
                .hasMessage("a week has passed and something is waited for");
    }
}
