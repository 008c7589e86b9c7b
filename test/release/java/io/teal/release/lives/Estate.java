package io.teal.release.lives;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.observation.Weights;
import io.teal.release.preflight.LiveState;
import io.teal.release.preflight.RunningFleet;
import java.util.Map;
import java.util.Optional;

/**
 * A service between two deploys.
 *
 * @param settled what the template says
 * @param live where traffic is
 * @param fleets what runs
 * @param newest the newest configuration
 * @param writer whether someone may still move traffic by hand
 * @param deploys how many deploys are still to come
 */
record Estate(
        Release settled, Weights live, Map<Color, RunningFleet> fleets, String newest, boolean writer, int deploys) {

    LiveState seen(long lastHour) {
        return new LiveState(Optional.of(live), fleets, lastHour);
    }

    @Override
    public String toString() {
        return "template " + settled.active() + " " + Weights.of(settled) + ", live " + live + ", fleets " + fleets;
    }
}
