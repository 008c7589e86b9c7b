package io.teal.release.lives;

import io.teal.release.Color;
import io.teal.release.ReleaseRequest;
import io.teal.release.SchemaStep;
import io.teal.release.observation.Weights;
import io.teal.release.preflight.LiveState;
import io.teal.release.preflight.Nightfall;
import io.teal.release.preflight.RunningFleet;
import java.util.Map;
import java.util.Optional;

/**
 * A service between two deploys.
 *
 * @param settled what the template says
 * @param outdated the colour whose version the schema does not fit, whatever the template says of it
 * @param live where traffic is
 * @param fleets what runs
 * @param newest the newest configuration
 * @param writer whether someone may still move traffic by hand
 * @param deploys how many deploys are still to come
 */
record Estate(
        ReleaseRequest settled,
        Optional<Color> outdated,
        Weights live,
        Map<Color, RunningFleet> fleets,
        String newest,
        boolean writer,
        int deploys) {

    LiveState seen(long lastHour, Optional<Nightfall> night) {
        return new LiveState(Optional.of(live), fleets, lastHour, night);
    }

    @Override
    public String toString() {
        return "template " + settled.release().active() + " " + Weights.of(settled.release())
                + (settled.schema() == SchemaStep.CONTRACTED ? " contracted" : "")
                + outdated.map(color -> ", " + color + " does not fit").orElse("") + ", live " + live + ", fleets "
                + fleets;
    }
}
