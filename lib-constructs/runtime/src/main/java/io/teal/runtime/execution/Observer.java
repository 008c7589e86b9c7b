package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Hook;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads AWS through the port. What cannot be read is empty, never a default. */
public final class Observer {
    /** No read starts later than this after the first: the tick must end before the function times out. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Aws aws;
    private final CutoverProperties properties;
    private final Clock clock;
    private final Instant begun;
    private final Consumer<AwsException> failures;

    /** One read of the service that {@code properties} describe, beginning now. */
    public Observer(Aws aws, CutoverProperties properties, Clock clock) {
        this(aws, properties, clock, failed -> {});
    }

    /** The same; {@code failures} gets what could not be read. */
    Observer(Aws aws, CutoverProperties properties, Clock clock, Consumer<AwsException> failures) {
        this.aws = aws;
        this.properties = properties;
        this.clock = clock;
        this.begun = clock.instant();
        this.failures = failures;
    }

    /** All that a tick of a run sees; the time is taken last. */
    public Observation observe(String stack, Optional<Execution> own, Gate gate, Hook hook) {
        Optional<Direction> direction = attempt(() -> Direction.of(aws.describeStackStatus(stack)));
        Optional<Integer> older = own.flatMap(run -> attempt(() -> older(run).size()));
        Optional<Weights> live = attempt(this::live).flatMap(weights -> weights);
        Optional<Observation.Fleets> fleets = attempt(this::fleets);
        return new Observation(clock.instant(), direction, live, fleets, older, gate, hook);
    }

    /**
     * The weights in the production action; empty if there is none.
     *
     * @throws AwsException if they cannot be read
     */
    public Optional<Weights> live() {
        ProductionAction production = new ProductionAction(aws, properties);
        return production.rule().map(production::weights);
    }

    /** Executions that run and began before {@code own}. */
    List<Execution> older(Execution own) {
        return aws.listExecutions(properties.stateMachine()).stream()
                .filter(Execution::running)
                .filter(other -> !other.arn().equals(own.arn()))
                .filter(other -> !other.started().isAfter(own.started()))
                .toList();
    }

    /**
     * Both fleets.
     *
     * @throws AwsException if they cannot be read
     */
    public Observation.Fleets fleets() {
        Instant readAt = clock.instant();
        Map<Color, Fleet> fleets = new EnumMap<>(Color.class);
        Set<Color> promoted = EnumSet.noneOf(Color.class);
        for (Color color : Color.values()) {
            String name = properties.of(color).group();
            Optional<AutoScalingGroup> group = inTime(() -> aws.describeAutoScalingGroup(name));
            fleets.put(
                    color,
                    group.filter(one -> runs(color, one))
                            .map(one -> fleet(color, one))
                            .orElse(Fleet.NONE));
            group.filter(ColorTags.of(properties, color)::promoted).ifPresent(one -> promoted.add(color));
        }
        return new Observation.Fleets(fleets.get(Color.BLUE), fleets.get(Color.GREEN), readAt, promoted);
    }

    /** A shared group counts for a colour if it is tagged with the colour's version. */
    private boolean runs(Color color, AutoScalingGroup group) {
        return !properties.sharesHosts()
                || ColorTags.of(properties, color).version(group).isPresent();
    }

    private Fleet fleet(Color color, AutoScalingGroup group) {
        List<Integer> healthy = new ArrayList<>();
        for (String targets : properties.of(color).targetGroups()) {
            healthy.add((int) inTime(() -> aws.describeTargetHealth(targets)).stream()
                    .filter(target -> target.state().equals("healthy"))
                    .count());
        }
        return new Fleet(group.desired(), group.max(), healthy, strangers(color, group));
    }

    private int strangers(Color color, AutoScalingGroup group) {
        ColorTags own = ColorTags.of(properties, color);
        Optional<Version> wanted = properties.request().release().version(color).or(() -> own.version(group));
        if (group.instances().isEmpty() || wanted.isEmpty()) {
            return group.instances().size();
        }
        Map<String, Map<String, String>> tags = inTime(() -> aws.describeHostTags(group.name()));
        return (int) group.instances().stream()
                .filter(host -> !own.says(
                        tags.getOrDefault(host, Map.of()), wanted.get().value()))
                .count();
    }

    /**
     * The alarms on {@code color}, and the requests it has answered since {@code since}.
     *
     * @param probes requests of the user's probe answered since then
     */
    public Gate gate(Color color, Instant since, long probes) {
        List<Gate.Alarm> alarms =
                attempt(() -> states(properties.alarms(color))).orElse(List.of(Gate.Alarm.UNREADABLE));
        long samples = attempt(() -> requests(color, since)).orElse(0L);
        return Gate.of(alarms, samples, probes);
    }

    private List<Gate.Alarm> states(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, String> states = aws.describeAlarms(names);
        return names.stream().map(name -> alarm(states.getOrDefault(name, ""))).toList();
    }

    private static Gate.Alarm alarm(String state) {
        return switch (state) {
            case "OK" -> Gate.Alarm.OK;
            case "ALARM" -> Gate.Alarm.ALARM;
            case "" -> Gate.Alarm.UNREADABLE;
            default -> Gate.Alarm.NO_DATA;
        };
    }

    /**
     * Requests that {@code color} has answered from {@code since} until now, as CloudWatch counts them: a minute or two
     * late.
     *
     * @throws AwsException if they cannot be read
     */
    public long requests(Color color, Instant since) {
        Map<String, String> dimensions = Map.of(
                "LoadBalancer", Arns.balancerDimension(properties.loadBalancer()),
                "TargetGroup",
                        Arns.targetGroupDimension(
                                properties.of(color).targetGroups().get(0)));
        return aws.getMetricSum("RequestCount", dimensions, since, clock.instant())
                .orElse(0.0)
                .longValue();
    }

    private <T> Optional<T> attempt(Supplier<T> read) {
        try {
            return Optional.ofNullable(inTime(read));
        } catch (AwsException unreadable) {
            failures.accept(unreadable);
            return Optional.empty();
        }
    }

    private <T> T inTime(Supplier<T> read) {
        if (clock.instant().isAfter(begun.plus(PATIENCE))) {
            throw new AwsException("Late", "the reads of this tick take longer than " + PATIENCE, null);
        }
        return read.get();
    }
}
