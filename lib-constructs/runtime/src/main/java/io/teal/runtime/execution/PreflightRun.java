package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Budget;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.preflight.DeployRequest;
import io.teal.release.preflight.LiveState;
import io.teal.release.preflight.Nightfall;
import io.teal.release.preflight.Preflight;
import io.teal.release.preflight.RunningFleet;
import io.teal.release.preflight.Verdict;
import io.teal.release.step.Evidence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs {@link Preflight} on what is live. */
public final class PreflightRun {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Aws aws;
    private final Observer observer;
    private final CutoverProperties properties;
    private final Optional<CutoverProperties> settled;
    private final Clock clock;

    /**
     * Judges a deploy of {@code properties}.
     *
     * @param settled what the template says before it; empty on first create
     */
    public PreflightRun(
            Aws aws,
            Observer observer,
            CutoverProperties properties,
            Optional<CutoverProperties> settled,
            Clock clock) {
        this.aws = aws;
        this.observer = observer;
        this.properties = properties;
        this.settled = settled;
        this.clock = clock;
    }

    OpeningResult judge(Direction direction, Optional<Weights> weights) {
        Map<Color, RunningFleet> running = running();
        Verdict verdict = verdict(direction, weights, running);
        if (verdict instanceof Verdict.Refused refused) {
            String lines = refused.reason() + "\n" + refused.remedy();
            return new OpeningResult(direction, weights, List.of(), Map.of(), Optional.of(lines));
        }
        Verdict.Accepted accepted = (Verdict.Accepted) verdict;
        List<PlanChoice> choices = accepted.cold().stream()
                .sorted()
                .map(color -> new PlanChoice(PlanChoice.Goal.COOL, Optional.of(color), weights))
                .toList();
        Optional<Integer> hosts =
                running.values().stream().map(RunningFleet::desired).max(Comparator.naturalOrder());
        return new OpeningResult(direction, weights, choices, pins(accepted), Optional.empty(), hosts, false);
    }

    /** What Preflight says, with {@code weights} live. */
    public Verdict verdict(Direction direction, Optional<Weights> weights) {
        return verdict(direction, weights, running());
    }

    private Verdict verdict(Direction direction, Optional<Weights> weights, Map<Color, RunningFleet> running) {
        boolean counts = direction == Direction.FORWARD && properties.gating().evidence() == Evidence.REQUIRED;
        LiveState live = new LiveState(weights, running, counts ? lastHour() : 0, night(weights));
        return Preflight.judge(direction, settled.map(CutoverProperties::request), deployRequest(), live);
    }

    /**
     * By the schedules of the template before, too: they last until the deploy is over. Only Shift's steps take time:
     * Preflight waits until a fleet that goes is free of requests, and a deploy that moves traffic has none that goes.
     */
    private Optional<Nightfall> night(Optional<Weights> weights) {
        Instant now = clock.instant();
        Duration takes = PlanChoice.forward(properties, weights, settled).stream()
                .map(choice -> Budget.of(choice.plan(properties)))
                .reduce(Duration.ZERO, Duration::plus);
        return Stream.concat(settled.stream(), Stream.of(properties))
                .flatMap(one -> one.nights().stream())
                .flatMap(night -> night.within(now, takes).map(at -> new Nightfall(night.name(), at, takes)).stream())
                .min(Comparator.comparing(Nightfall::at));
    }

    private static Map<String, Object> pins(Verdict.Accepted accepted) {
        Map<String, Object> data = new TreeMap<>();
        accepted.pins().forEach((color, version) -> data.put(CutoverMap.name(color) + CutoverMap.PIN, version));
        return data;
    }

    private DeployRequest deployRequest() {
        Map<Color, String> newest = new EnumMap<>(Color.class);
        Map<Color, Integer> max = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            newest(color).ifPresent(version -> newest.put(color, version));
            max.put(color, properties.maxCapacity());
        }
        return new DeployRequest(
                properties.request(),
                properties.source(),
                properties.way(),
                properties.gating(),
                newest,
                max,
                settled.filter(before -> ports(before) != ports(properties)).isPresent());
    }

    private static int ports(CutoverProperties properties) {
        return properties.of(Color.BLUE).targetGroups().size();
    }

    /** A release never replaces hosts that both colours share: their launch template version stays. */
    private Optional<String> newest(Color color) {
        Optional<String> newest = properties.of(color).newest();
        return properties.sharesHosts() && newest.isPresent()
                ? aws.describeAutoScalingGroup(properties.of(color).group())
                        .map(AutoScalingGroup::launchTemplateVersion)
                        .or(() -> newest)
                : newest;
    }

    private Map<Color, RunningFleet> running() {
        Map<String, AutoScalingGroup> groups = Observer.groups(aws, properties);
        Map<Color, RunningFleet> running = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            Optional.ofNullable(groups.get(properties.of(color).group()))
                    .flatMap(group -> running(ColorTags.of(properties, color), group))
                    .ifPresent(fleet -> running.put(color, fleet));
        }
        return running;
    }

    private static Optional<RunningFleet> running(ColorTags tags, AutoScalingGroup group) {
        return tags.version(group)
                .map(version -> new RunningFleet(
                        version, group.launchTemplateVersion(), group.desired(), tags.promoted(group)));
    }

    private long lastHour() {
        Instant since = clock.instant().minus(HOUR);
        return observer.requests(Color.BLUE, since) + observer.requests(Color.GREEN, since);
    }
}
