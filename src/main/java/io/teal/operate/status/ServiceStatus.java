package io.teal.operate.status;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Version;
import io.teal.release.observation.Weights;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The live state of a service.
 *
 * @param name its name
 * @param release the release in the template
 * @param live the weights in the production action; empty if there is none
 * @param fleets the fleet of each colour that has one
 * @param runs executions that have not ended, newest first
 * @param guard what its guard would do if an alarm went off now; empty if it has none
 * @param failure the run that the last deploy failed in; empty if it did not fail, or a run has not ended
 */
public record ServiceStatus(
        String name,
        Release release,
        Optional<Weights> live,
        Map<Color, FleetStatus> fleets,
        List<RunStatus> runs,
        Optional<String> guard,
        Optional<FailedRun> failure) {
    /** Copies map and list. */
    public ServiceStatus {
        fleets = Map.copyOf(fleets);
        runs = List.copyOf(runs);
    }

    /** The fleet of {@code color}, if it has one. */
    public Optional<FleetStatus> fleet(Color color) {
        return Optional.ofNullable(fleets.get(color));
    }

    /** How traffic and fleets differ from the template; empty if they do not. */
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
            Optional<Version> running = fleet(color).flatMap(FleetStatus::version);
            if (!running.equals(release.version(color))) {
                return Optional.of(
                        color + " runs " + shown(running) + " and the template says " + shown(release.version(color)));
            }
        }
        return Optional.empty();
    }

    private static String shown(Optional<Version> version) {
        return version.map(Version::toString).orElse("nothing");
    }
}
