package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run need not read again, and how long it waits when AWS refuses. */
class TickMemoryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Payload EMPTY = new Payload(Map.of());

    @Test
    void whatIsKeptIsReadAsItWasUntilItIsTooOld() {
        Observation.Fleets fleets = new Observation.Fleets(
                new Fleet(4, 2, 9, List.of(4, 3), 1), Fleet.NONE, NOW.minusSeconds(5), Set.of(Color.BLUE));
        TickMemory first = TickMemory.nothing(NOW);
        first.stack(Direction.FORWARD);
        first.live(new Weights(90, 10));
        first.fleets(fleets);
        first.held(Set.of(Color.GREEN));
        Payload kept = first.keep(EMPTY);
        TickMemory young = new TickMemory(kept, NOW.plus(MINUTE));
        assertThat(young.stack(MINUTE)).contains(Direction.FORWARD);
        assertThat(young.live(MINUTE)).contains(new Weights(90, 10));
        assertThat(young.fleets(MINUTE)).contains(fleets);
        assertThat(young.held()).containsExactly(Color.GREEN);
        TickMemory old = new TickMemory(kept, NOW.plus(MINUTE).plusSeconds(1));
        assertThat(old.stack(MINUTE)).isEmpty();
        assertThat(old.live(MINUTE)).isEmpty();
        assertThat(old.fleets(MINUTE)).isEmpty();
    }

    @Test
    void whatAnotherTickReadIsNotOfThisTickHoweverYoung() {
        TickMemory first = TickMemory.nothing(NOW);
        first.live(new Weights(100, 0));
        assertThat(first.live(TickMemory.THIS_TICK)).contains(new Weights(100, 0));
        assertThat(new TickMemory(first.keep(EMPTY), NOW).live(TickMemory.THIS_TICK))
                .isEmpty();
    }

    @Test
    void aLookThroughTheListenersGoesOnWhereItWasRefused() {
        TickMemory first = TickMemory.nothing(NOW);
        assertThat(first.unscanned(() -> List.of("a", "b", "c"))).containsExactly("a", "b", "c");
        first.scanned("b");
        TickMemory second = new TickMemory(first.keep(EMPTY), NOW.plusSeconds(20));
        assertThat(second.unscanned(List::of)).containsExactly("a", "c");
        second.scanEnded(List.of("c"));
        assertThat(second.listeners()).containsExactly("c");
        assertThat(second.unscanned(List::of)).isEmpty();
    }

    @Test
    void aRunThatIsRefusedWaitsLongerEachTimeAndItsStepLosesNoTime() {
        Pressure first = Pressure.of(EMPTY, NOW, NOW).more();
        assertThat(first.seconds("run")).isBetween(4, 8);
        Pressure second = Pressure.of(first.keep(EMPTY), NOW, NOW.plusSeconds(8));
        assertThat(second.lost()).isEqualTo(Duration.ofSeconds(8));
        assertThat(second.more().more().more().seconds("run")).isBetween(15, 30);
        assertThat(second.presses()).isTrue();
        Pressure calm = Pressure.of(second.none().keep(EMPTY), NOW, NOW.plusSeconds(40));
        assertThat(calm.lost()).isEqualTo(Duration.ofSeconds(8));
        assertThat(Pressure.of(calm.keep(EMPTY), NOW.plusSeconds(40), NOW.plusSeconds(60))
                        .lost())
                .isZero();
        assertThat(Pressure.of(calm.keep(EMPTY), NOW, NOW.plusSeconds(400)).presses())
                .isFalse();
    }

    /** The lengths of waits are by chance, their number is bounded; a step of up to two ticks has always the same. */
    @ParameterizedTest
    @CsvSource({"1,1,1", "2,2,2", "4,4,5", "10,10,13"})
    void whateverTheChanceAStepOfSoManyTicksHasSoManyWaitsOrAThirdMore(int ticks, int least, int most) {
        for (int run = 0; run < 300; run++) {
            Duration takes = MINUTE.multipliedBy(ticks);
            Duration rest = takes;
            int waits = 0;
            while (!rest.isNegative()) {
                Pressure pressure = Pressure.of(EMPTY, NOW, NOW.plus(takes).minus(rest));
                rest = rest.minusSeconds(pressure.tick("run-" + run, MINUTE, rest));
                waits++;
            }
            assertThat(rest).isEqualTo(Duration.ofSeconds(-1));
            assertThat(waits).as("run %d", run).isBetween(least, most);
        }
    }
}
