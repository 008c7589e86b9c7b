package io.teal.operate.plan;

import io.teal.operate.account.Service;
import io.teal.release.Color;
import io.teal.release.Refusal;
import io.teal.release.Release;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Budget;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.preflight.Verdict;
import io.teal.runtime.execution.ColorTags;
import io.teal.runtime.execution.Observer;
import io.teal.runtime.execution.PlanChoice;
import io.teal.runtime.execution.PreflightRun;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what a deploy would do to a service, by what is live. */
final class Forecaster {
    private final Aws aws;
    private final Clock clock;

    Forecaster(Aws aws, Clock clock) {
        this.aws = aws;
        this.clock = clock;
    }

    /**
     * The forecast of a deploy onto a stack that is there.
     *
     * @param asked the service as the new template has it
     * @param deployed the service as the deployed template has it; empty if it is new there
     */
    Forecast of(Service asked, Optional<Service> deployed) {
        CutoverProperties properties = asked.properties();
        Observer observer = new Observer(aws, properties, clock);
        Optional<Weights> live = observer.live();
        Verdict verdict = new PreflightRun(aws, observer, properties, deployed.map(Service::properties), clock)
                .verdict(Direction.FORWARD, live);
        Map<Color, AutoScalingGroup> groups = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            aws.describeAutoScalingGroup(properties.of(color).group()).ifPresent(group -> groups.put(color, group));
        }
        Forecast forecast = forecast(properties, live, groups, verdict);
        boolean same = deployed.map(Service::told).equals(Optional.of(asked.told()));
        return same ? forecast.asleep() : forecast;
    }

    /** The forecast of a first deploy: nothing is there. */
    static Forecast first(CutoverProperties asked) {
        return forecast(asked, Optional.empty(), Map.of(), new Verdict.Accepted(Map.of(), Set.of()));
    }

    private static Forecast forecast(
            CutoverProperties asked, Optional<Weights> live, Map<Color, AutoScalingGroup> groups, Verdict verdict) {
        Map<Color, Version> running = new EnumMap<>(Color.class);
        groups.forEach((color, group) ->
                ColorTags.of(asked, color).version(group).ifPresent(version -> running.put(color, version)));
        List<Stage> stages =
                verdict instanceof Verdict.Accepted accepted ? Stages.of(asked, live, accepted.cold()) : List.of();
        Optional<Capacity> capacity = groups.isEmpty() ? Optional.empty() : Optional.of(capacity(groups, asked));
        return new Forecast(asked, live, running, verdict, stages, capacity, overBudget(asked, live));
    }

    private static Optional<String> overBudget(CutoverProperties asked, Optional<Weights> home) {
        return PlanChoice.forward(asked.request().release(), home).stream()
                .flatMap(errand -> Budget.refusal(errand.plan(asked)).stream())
                .map(Refusal::line)
                .findFirst();
    }

    /**
     * Hosts that both colours share stay as many. Else Shift makes both fleets as large as the larger; one that is made
     * anew has old and new hosts for a time.
     */
    private static Capacity capacity(Map<Color, AutoScalingGroup> groups, CutoverProperties asked) {
        Release release = asked.request().release();
        int large = groups.values().stream()
                .mapToInt(AutoScalingGroup::desired)
                .max()
                .orElse(0);
        if (asked.sharesHosts()) {
            return new Capacity(large, large, large);
        }
        int now = 0;
        int during = 0;
        int after = 0;
        for (Color color : Color.values()) {
            Optional<AutoScalingGroup> group = Optional.ofNullable(groups.get(color));
            Optional<Version> next = release.version(color);
            boolean anew = next.isPresent()
                    && group.isPresent()
                    && !group.flatMap(ColorTags.of(asked, color)::version).equals(next);
            now += group.map(AutoScalingGroup::desired).orElse(0);
            during += anew ? 2 * large : next.isPresent() || group.isPresent() ? large : 0;
            after += next.isPresent() ? large : 0;
        }
        return new Capacity(now, during, after);
    }
}
