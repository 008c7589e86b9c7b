package io.teal.release.plan;

import io.teal.release.Color;
import io.teal.release.Refusal;
import io.teal.release.observation.Weights;
import io.teal.release.step.Step;
import io.teal.release.steps.LowerFleet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a plan fits into the hour that CloudFormation waits for a custom resource. */
public final class Budget {
    private static final Duration HOUR = Duration.ofHours(1);

    /** When a run has to be answered: two minutes of the hour are kept for the answer and its retries. */
    public static final Duration ANSWERED_BY = HOUR.minusMinutes(2);

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
        return Optional.of(new Refusal(
                "the plan takes up to " + text(needed) + " and CloudFormation waits 60m: " + sum(plan, Step::planned)
                        + " + way back " + text(plan.wayBack()),
                remedy(plan)));
    }

    private static String remedy(Plan plan) {
        boolean grows = plan.steps().stream().anyMatch(LowerFleet.class::isInstance);
        return grows
                ? "shorten boot, which each share counts, the bake or the steps, or take fewer steps"
                : "shorten the bake or the steps, take fewer steps, or take several deploys, which 'bin/teal next"
                        + " VERSION --by STRATEGY' prints";
    }

    /**
     * Why a run in which only traffic drains does not fit, before a fleet is removed and in the stack's rollback; empty
     * if it does. A rollback that does not fit would leave the stack in {@code UPDATE_ROLLBACK_FAILED}.
     */
    public static Optional<Refusal> draining(Timing timing) {
        Plans plans = new Plans(timing);
        Weights any = Weights.of(Color.BLUE, 100);
        return Stream.of(plans.recover(any), plans.cool(Color.GREEN, any))
                .filter(plan -> least(plan, timing).compareTo(ANSWERED_BY) > 0)
                .findFirst()
                .map(plan -> draining(plan, timing));
    }

    private static Refusal draining(Plan plan, Timing timing) {
        Duration needed = least(plan, timing);
        boolean clientsStay = timing.sticky().compareTo(timing.drain()) > 0;
        String longest = clientsStay
                ? "the time for which clients stay, " + timing.sticky().toSeconds()
                : "deregistrationDelay, " + timing.drain().toSeconds();
        return new Refusal(
                "a rollback takes " + text(needed) + " and has " + text(ANSWERED_BY) + ": "
                        + sum(plan, step -> least(step, timing)),
                "shorten " + longest + " s now, by " + needed.minus(ANSWERED_BY).toSeconds() + " s or more");
    }

    private static Duration least(Plan plan, Timing timing) {
        return plan.steps().stream().map(step -> least(step, timing)).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration least(Step step, Timing timing) {
        return step.takes().isZero() ? timing.read() : step.takes();
    }

    private static String sum(Plan plan, Function<Step, Duration> time) {
        Map<String, Duration> times = new LinkedHashMap<>();
        plan.steps().forEach(step -> times.merge(step.name(), time.apply(step), Duration::plus));
        return times.entrySet().stream()
                .filter(one -> !one.getValue().isZero())
                .map(one -> one.getKey() + " " + text(one.getValue()))
                .collect(Collectors.joining(" + "));
    }

    private static String text(Duration time) {
        return time.toSeconds() % 60 == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s";
    }
}
