package io.teal.release.preflight;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
import java.util.Map;
import java.util.Optional;

/**
 * What is live when a deploy begins.
 *
 * @param weights the weights in the production action; empty if there is none
 * @param fleets what each colour that has a fleet runs
 * @param lastHour requests that production answered in the last hour
 */
public record LiveState(Optional<Weights> weights, Map<Color, RunningFleet> fleets, long lastHour) {
    public LiveState {
        fleets = Map.copyOf(fleets);
    }

    /** What {@code color} runs, if it has a fleet. */
    public Optional<RunningFleet> fleet(Color color) {
        return Optional.ofNullable(fleets.get(color));
    }

    /** The weight of {@code color}. */
    public int weight(Color color) {
        return weights.map(weights -> weights.of(color)).orElse(0);
    }

    /** Percent of production on {@code color}. */
    public int percent(Color color) {
        return weights.map(weights -> weights.percent(color)).orElse(0);
    }
}
