package io.teal.operate.status;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.observation.Weights;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service as it is.
 *
 * @param name its name
 * @param release what the template settles on
 * @param live the weights in the production action; empty if there is none
 * @param fleets what each colour that has a fleet runs
 * @param runs executions that have not ended, newest first
 */
public record ServiceStatus(
        String name, Release release, Optional<Weights> live, Map<Color, FleetStatus> fleets, List<RunStatus> runs) {
    /** Copies both. */
    public ServiceStatus {
        fleets = Map.copyOf(fleets);
        runs = List.copyOf(runs);
    }

    /** What {@code color} runs, if it has a fleet. */
    public Optional<FleetStatus> fleet(Color color) {
        return Optional.ofNullable(fleets.get(color));
    }

    /** Why traffic and fleets are not as the template says; empty if they are. */
    public Optional<String> unsettled() {
        Weights wanted = Weights.of(release);
        if (!runs.isEmpty()) {
            return Optional.of("a run has not ended");
        }
        if (!live.equals(Optional.of(wanted))) {
            return Optional.of("live weights blue/green are "
                    + live.map(Weights::toString).orElse("nowhere") + " and the template says " + wanted);
        }
        for (Color color : Color.values()) {
            if (!fleet(color).flatMap(FleetStatus::version).equals(release.version(color))) {
                return Optional.of(color + " runs "
                        + fleet(color)
                                .flatMap(FleetStatus::version)
                                .map(Object::toString)
                                .orElse("nothing")
                        + " and the template says "
                        + release.version(color).map(Object::toString).orElse("nothing"));
            }
        }
        return Optional.empty();
    }
}
