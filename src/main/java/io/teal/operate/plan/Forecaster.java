package io.teal.operate.plan;

import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.release.Color;
import io.teal.release.Refusal;
import io.teal.release.Release;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Budget;
import io.teal.release.plan.Plan;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.preflight.Verdict;
import io.teal.runtime.execution.ColorTags;
import io.teal.runtime.execution.Observer;
import io.teal.runtime.execution.PlanChoice;
import io.teal.runtime.execution.PreflightRun;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Forecasts what a deploy would do to a service.
 *
 * @param connection reads the live state
 */
record Forecaster(Connection connection) {

    /**
     * The forecast of a deploy onto a stack that exists.
     *
     * @param next the service in the new template
     * @param deployed the service in the deployed template; empty if it is new
     */
    Forecast of(Service next, Optional<Service> deployed) {
        CutoverProperties properties = next.properties();
        Observer observer = new Observer(connection.aws(), properties, connection.clock());
        Optional<Weights> live = observer.live();
        Verdict verdict = new PreflightRun(
                        connection.aws(), observer, properties, deployed.map(Service::properties), connection.clock())
                .verdict(Direction.FORWARD, live);
        Map<Color, AutoScalingGroup> groups = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            connection
                    .aws()
                    .describeAutoScalingGroup(properties.of(color).group())
                    .ifPresent(group -> groups.put(color, group));
        }
        Forecast forecast = forecast(properties, live, deployed.map(Service::properties), groups, verdict);
        boolean same = deployed.map(Service::resource).equals(Optional.of(next.resource()));
        return same ? forecast.unchanged() : forecast;
    }

    /** The forecast of a first deploy. */
    static Forecast first(CutoverProperties next) {
        return forecast(next, Optional.empty(), Optional.empty(), Map.of(), new Verdict.Accepted(Map.of(), Set.of()));
    }

    private static Forecast forecast(
            CutoverProperties next,
            Optional<Weights> live,
            Optional<CutoverProperties> settled,
            Map<Color, AutoScalingGroup> groups,
            Verdict verdict) {
        Map<Color, Version> running = new EnumMap<>(Color.class);
        groups.forEach((color, group) ->
                ColorTags.of(next, color).version(group).ifPresent(version -> running.put(color, version)));
        List<PlanChoice> choices = PlanChoice.forward(next, live, settled);
        List<Stage> stages = verdict instanceof Verdict.Accepted accepted
                ? Stages.of(next, live, accepted.cold(), choices)
                : List.of();
        Optional<Capacity> capacity = groups.isEmpty() ? Optional.empty() : Optional.of(capacity(groups, live, next));
        return new Forecast(
                next, live, running, verdict, stages, capacity, wayBack(next, choices), overBudget(next, choices));
    }

    private static Optional<Duration> wayBack(CutoverProperties next, List<PlanChoice> choices) {
        return choices.stream()
                .map(choice -> choice.plan(next))
                .filter(plan -> plan.steps().stream()
                        .anyMatch(step -> step.leaves(plan.toward()).isPresent()))
                .map(Plan::wayBack)
                .findFirst();
    }

    private static Optional<String> overBudget(CutoverProperties next, List<PlanChoice> choices) {
        return choices.stream()
                .flatMap(choice -> Budget.refusal(choice.plan(next)).stream())
                .map(Refusal::line)
                .findFirst();
    }

    /**
     * The number of shared hosts does not change. Separate fleets both grow to the size of the larger; a fleet that is
     * replaced has old and new hosts for a time.
     */
    private static Capacity capacity(
            Map<Color, AutoScalingGroup> groups, Optional<Weights> live, CutoverProperties next) {
        Release release = next.request().release();
        int large = groups.values().stream()
                .mapToInt(AutoScalingGroup::desired)
                .max()
                .orElse(0);
        if (next.sharesHosts()) {
            return new Capacity(large, large, large, 0);
        }
        if (next.way().sharesCapacity() && release.runsBoth()) {
            return new SharedCapacity(groups, live, next).of(large);
        }
        return doubled(groups, live, next, large);
    }

    private static Capacity doubled(
            Map<Color, AutoScalingGroup> groups, Optional<Weights> live, CutoverProperties next, int large) {
        return Stream.of(Color.values())
                .map(color -> of(color, Optional.ofNullable(groups.get(color)), live, next, large))
                .reduce(new Capacity(0, 0, 0, 0), Capacity::plus);
    }

    private static Capacity of(
            Color color, Optional<AutoScalingGroup> group, Optional<Weights> live, CutoverProperties next, int large) {
        Release release = next.request().release();
        int desired = group.map(AutoScalingGroup::desired).orElse(0);
        boolean stays = release.version(color).isPresent();
        boolean replaced = stays
                && group.isPresent()
                && !group.flatMap(ColorTags.of(next, color)::version).equals(release.version(color));
        boolean rests = stays && next.rests() > 0 && release.weight(color) == 0;
        boolean serves = live.filter(weights -> weights.of(color) > 0).isPresent();
        int most = rests && !serves ? Math.max(next.rests(), desired) : large;
        int during = replaced ? 2 * most : stays || group.isPresent() ? most : 0;
        int after = rests && serves ? next.rests() : stays ? most : 0;
        return new Capacity(desired, during, after, release.weight(color) == 0 ? after : 0);
    }
}
