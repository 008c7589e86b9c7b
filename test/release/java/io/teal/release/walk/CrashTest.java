package io.teal.release.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.engine.Mutant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashTest {
    private static final Event TICK = new Event(Event.Kind.TICK, 0, 0);
    private static final int TICKS = 4000;

    /** A run in fair weather; at one tick its first call goes wrong as {@code how} says. */
    private static Walk run(long seed, Event.Kind how, int when) {
        Walk walk = new Walk(seed, Mutant.none());
        walk.apply(new Event(Event.Kind.SIGNAL, 0, 999));
        walk.apply(new Event(Event.Kind.WORD, 0, 1));
        for (int tick = 0; tick < TICKS && !walk.ended(); tick++) {
            walk.apply(new Event(Event.Kind.BOOT, 0, 0));
            walk.apply(new Event(Event.Kind.BOOT, 1, 0));
            walk.apply(tick == when ? new Event(how, 0, 7) : TICK);
        }
        return walk;
    }

    @ParameterizedTest
    @EnumSource(names = {"TICK_LOST", "TICK_DEAF", "TICK_LATE", "TICK_BLIND"})
    void fromAnyCrashARunGetsToTheSameEnd(Event.Kind how) {
        for (long seed = 0; seed < 60; seed++) {
            Walk smooth = run(seed, how, -1);
            for (int when = 0; when < 40; when++) {
                Walk crashed = run(seed, how, when);
                assertThat(crashed.outcome())
                        .as("seed " + seed + ", tick " + when)
                        .isEqualTo("PROMOTED");
                assertThat(crashed.service.live).isEqualTo(smooth.service.live);
                assertThat(crashed.service.marked).isEqualTo(smooth.service.marked);
            }
        }
    }
}
