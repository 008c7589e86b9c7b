package io.teal.release.model;

import io.teal.release.Color;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.observation.Word;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How a tick may see the world: as it is, in part, or with health that was read too early and looks better. */
enum Look {
    AS_IT_IS,
    NO_STACK,
    NO_WEIGHTS,
    NO_FLEETS,
    NO_LIST_OF_RUNS,
    NO_ALARMS,
    OLD_HEALTH,
    HEALTH_BEFORE_THE_CHANGE;

    /** Whether it takes a failed call. */
    boolean fault() {
        return this != AS_IT_IS && !rosy();
    }

    boolean rosy() {
        return this == OLD_HEALTH || this == HEALTH_BEFORE_THE_CHANGE;
    }

    /** What is seen so of a {@code world} that has nothing but {@link World#seenBy what can be seen}. */
    Observation at(World world, Color gaining) {
        return new Observation(
                        Clock.NOW,
                        this == NO_STACK ? Optional.empty() : Optional.of(world.stack),
                        this == NO_WEIGHTS ? Optional.<Weights>empty() : Optional.ofNullable(world.live),
                        this == NO_FLEETS ? Optional.empty() : Optional.of(fleets(world, gaining)),
                        this == NO_LIST_OF_RUNS ? Optional.empty() : Optional.of(world.older == null ? 0 : 1),
                        this == NO_ALARMS ? new Gate(Gate.Alarm.UNREADABLE, Signal.ENOUGH, 0) : world.signal.gate(),
                        world.run.hook())
                .told(
                        this == NO_FLEETS
                                ? Optional.empty()
                                : Optional.ofNullable(world.run.word()).map(says -> new Word(says, "")));
    }

    private Observation.Fleets fleets(World world, Color gaining) {
        Fleet first = rosy() ? FleetState.HEALTHY.fleet() : world.toward.fleet();
        Fleet second = rosy() ? FleetState.HEALTHY.fleet() : world.away.fleet();
        boolean green = gaining == Color.GREEN;
        Set<Color> served = world.marked ? Set.of(gaining) : Set.of();
        return new Observation.Fleets(green ? second : first, green ? first : second, readAt(), served);
    }

    private Instant readAt() {
        return this == OLD_HEALTH
                ? Clock.NOW.minusSeconds(20)
                : this == HEALTH_BEFORE_THE_CHANGE ? Clock.NOW.minusSeconds(1) : Clock.NOW;
    }

    /** Whether a run at {@code age} of its step can look so. */
    boolean possible(World world, boolean justBegun) {
        return !(fault() && world.faults == 0) && !(this == HEALTH_BEFORE_THE_CHANGE && !justBegun);
    }
}
