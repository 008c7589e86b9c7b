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
 * @param asked what the new template tells Preflight and Shift
 * @param live the weights in the production action; empty if there is none
 * @param running what each colour that has a fleet runs
 * @param verdict what Preflight would say
 * @param stages what happens, in order; none if it is refused
 * @param capacity hosts; empty if there is no fleet yet, whose size the template alone says
 * @param overBudget why it does not fit CloudFormation's hour, if it does not
 */
public record Forecast(
        CutoverProperties asked,
        Optional<Weights> live,
        Map<Color, Version> running,
        Verdict verdict,
        List<Stage> stages,
        Optional<Capacity> capacity,
        Optional<String> overBudget) {
    /** Copies both. */
    public Forecast {
        running = Map.copyOf(running);
        stages = List.copyOf(stages);
    }

    /** The same of a deploy that changes nothing of the service: CloudFormation does not even ask. */
    Forecast asleep() {
        Verdict unasked = accepted() ? verdict : new Verdict.Accepted(Map.of(), Set.of());
        return new Forecast(asked, live, running, unasked, List.of(), capacity, Optional.empty());
    }

    /** The release that is asked for. */
    Release release() {
        return asked.request().release();
    }

    /** Whether the deploy may go on. */
    boolean accepted() {
        return verdict instanceof Verdict.Accepted && overBudget.isEmpty();
    }

    /** How long it takes if every wait ends at once. */
    Duration atLeast() {
        return sum(Stage::takes);
    }

    /** How long it may take before it has failed. */
    Duration atMost() {
        return sum(Stage::atMost);
    }

    /** The launch template version that {@code color} keeps although a newer one is in the template. */
    Optional<String> keeps(Color color) {
        return verdict instanceof Verdict.Accepted accepted
                ? Optional.ofNullable(accepted.pins().get(color))
                        .filter(pin -> !Optional.of(pin).equals(asked.of(color).newest()))
                : Optional.empty();
    }

    private Duration sum(Function<Stage, Duration> time) {
        return stages.stream().map(time).reduce(Duration.ZERO, Duration::plus);
    }
}
