package io.teal.release.plan;

import io.teal.release.Refusal;
import io.teal.release.step.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a plan fits into the hour that CloudFormation waits for a custom resource. */
public final class Budget {
    private static final Duration HOUR = Duration.ofHours(1);

    private Budget() {}

    /** The planned time of {@code plan}, plus the longest time its way back may take. */
    public static Duration of(Plan plan) {
        return plan.steps().stream().map(Step::planned).reduce(plan.wayBack(), Duration::plus);
    }

    /** Why {@code plan} does not fit, with the sum and the remedy; empty if it does. */
    public static Optional<Refusal> refusal(Plan plan) {
        Duration needed = of(plan);
        if (needed.compareTo(HOUR) <= 0) {
            return Optional.empty();
        }
        Map<String, Duration> times = new LinkedHashMap<>();
        plan.steps().forEach(step -> times.merge(step.name(), step.planned(), Duration::plus));
        String sum = times.entrySet().stream()
                .filter(time -> !time.getValue().isZero())
                .map(time -> time.getKey() + " " + text(time.getValue()))
                .collect(Collectors.joining(" + "));
        return Optional.of(new Refusal(
                "the plan takes up to " + text(needed) + " and CloudFormation waits 60m: " + sum + " + way back "
                        + text(plan.wayBack()),
                "shorten the bake or the steps, take fewer steps, or take several deploys, which 'bin/teal next"
                        + " VERSION --by STRATEGY' prints"));
    }

    private static String text(Duration time) {
        return time.toSeconds() % 60 == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s";
    }
}
