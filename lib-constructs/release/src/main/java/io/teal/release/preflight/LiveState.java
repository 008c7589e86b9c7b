package io.teal.release.preflight;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is live when a deploy begins.
 *
 * @param weights the weights in the production action; empty if there is none
 * @param fleets what each colour that has a fleet runs
 * @param lastHour requests that production answered in the last hour
 * @param night the schedule that empties the active fleet before the deploy is over, if there is one
 */
public record LiveState(
        Optional<Weights> weights, Map<Color, RunningFleet> fleets, long lastHour, Optional<Nightfall> night) {
    public LiveState {
        fleets = Map.copyOf(fleets);
        Objects.requireNonNull(night, "night");
    }

    /** What is live where no schedule takes all hosts away soon. */
    public LiveState(Optional<Weights> weights, Map<Color, RunningFleet> fleets, long lastHour) {
        this(weights, fleets, lastHour, Optional.empty());
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
