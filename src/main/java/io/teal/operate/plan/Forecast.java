package io.teal.operate.plan;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Weights;
import io.teal.release.preflight.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a deploy would do to one service.
 *
 * @param next the properties of the service in the new template
 * @param live the weights in the production action; empty if there is none
 * @param running the version of each colour that has a fleet
 * @param verdict the verdict of Preflight
 * @param stages the stages, in order; none if the deploy is refused
 * @param capacity the number of hosts; empty if there is no fleet yet, as only the template has its size
 * @param wayBack the longest time until traffic is back where it was, if the deploy turns back; empty if it moves none
 * @param overBudget why it takes longer than the hour that CloudFormation waits, if it does
 */
public record Forecast(
        CutoverProperties next,
        Optional<Weights> live,
        Map<Color, Version> running,
        Verdict verdict,
        List<Stage> stages,
        Optional<Capacity> capacity,
        Optional<Duration> wayBack,
        Optional<String> overBudget) {
    /** Copies map and list. */
    public Forecast {
        running = Map.copyOf(running);
        stages = List.copyOf(stages);
    }

    /** The forecast if nothing of the service changes: CloudFormation then calls neither Preflight nor Shift. */
    Forecast unchanged() {
        Verdict uncalled = accepted() ? verdict : new Verdict.Accepted(Map.of(), Set.of());
        return new Forecast(next, live, running, uncalled, List.of(), capacity, Optional.empty(), Optional.empty());
    }

    /** The release in the new template. */
    Release release() {
        return next.request().release();
    }

    /** Whether the deploy would be accepted. */
    boolean accepted() {
        return verdict instanceof Verdict.Accepted && overBudget.isEmpty();
    }

    /** The shortest time it takes: no wait for health. */
    Duration atLeast() {
        return sum(Stage::takes);
    }

    /** The longest time it may take; after that it has failed. */
    Duration atMost() {
        return sum(Stage::atMost);
    }

    /** The launch template version that {@code color} keeps although the template has a newer one. */
    Optional<String> keeps(Color color) {
        return verdict instanceof Verdict.Accepted accepted
                ? Optional.ofNullable(accepted.pins().get(color))
                        .filter(pin -> !Optional.of(pin).equals(next.of(color).newest()))
                : Optional.empty();
    }

    private Duration sum(Function<Stage, Duration> time) {
        return stages.stream().map(time).reduce(Duration.ZERO, Duration::plus);
    }
}
