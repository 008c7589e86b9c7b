package io.teal.rehearsal.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.VirtualTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvocationsTest {
    private final VirtualTimers timers = new VirtualTimers();
    private final Instant begin = timers.instant();
    private final List<String> log = new ArrayList<>();
    private final List<Duration> tries = new ArrayList<>();

    private void deliver(int failures) {
        new Invocations(timers, log::add).deliver("an event", () -> fails(failures));
        timers.await(timers.after(Duration.ofHours(1)));
    }

    private void fails(int times) {
        tries.add(Duration.between(begin, timers.instant()));
        if (tries.size() <= times) {
            throw new IllegalStateException("no access");
        }
    }

    @Test
    void anEventThatIsHandledIsDeliveredOnce() {
        deliver(0);
        assertThat(tries).containsExactly(Duration.ZERO);
        assertThat(log).isEmpty();
    }

    @Test
    void anEventOnWhichTheFunctionFailsIsDeliveredAgainAfterOneAndThenTwoMinutes() {
        deliver(2);
        assertThat(tries).containsExactly(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(3));
        assertThat(log).hasSize(2).allMatch(line -> line.equals("the function fails on an event: no access"));
    }

    @Test
    void afterThreeFailuresItIsLost() {
        deliver(9);
        assertThat(tries).hasSize(3);
        assertThat(log).last().asString().contains("for the last time");
    }
}
