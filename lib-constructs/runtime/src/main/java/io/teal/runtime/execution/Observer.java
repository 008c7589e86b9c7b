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
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final Set<Color> EVERY_COLOR = EnumSet.allOf(Color.class);

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

    /** All that a tick of an emergency rollback sees; the time is taken last. */
    public Observation observe(String stack) {
        Optional<Direction> direction = attempt(() -> Direction.of(aws.describeStackStatus(stack)));
        TickMemory memory = TickMemory.nothing(clock.instant());
        Optional<Weights> live = attempt(() -> live(memory)).flatMap(weights -> weights);
        Optional<Observation.Fleets> fleets = attempt(this::fleets);
        return new Observation(clock.instant(), direction, live, fleets, Optional.empty(), Gate.NONE, Hook.UNKNOWN)
                .holding(memory.held());
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

    /** The same; of a run that knows the listener, from that alone. */
    Optional<Weights> live(TickMemory memory) {
        ProductionAction production = new ProductionAction(aws, properties);
        Optional<ListenerRule> rule = production.rule(memory);
        memory.held(rule.map(production::held).orElse(Set.of()));
        return rule.map(production::weights);
    }

    /** Executions that run and began before {@code own}. */
    List<Execution> older(Execution own) {
        return older(aws.listExecutions(properties.stateMachine()), own);
    }

    /** Those of {@code runs}. */
    static List<Execution> older(List<Execution> runs, Execution own) {
        return runs.stream()
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
        return fleets(EVERY_COLOR, EVERY_COLOR);
    }

    /** The same, with the health of the targets of {@code health} only, and the tags of the hosts of {@code tags}. */
    Observation.Fleets fleets(Set<Color> health, Set<Color> tags) {
        Instant readAt = health.isEmpty() ? Instant.EPOCH : clock.instant();
        Map<String, AutoScalingGroup> groups = inTime(() -> groups(aws, properties));
        Map<Color, Fleet> fleets = new EnumMap<>(Color.class);
        Set<Color> promoted = EnumSet.noneOf(Color.class);
        for (Color color : Color.values()) {
            Optional<AutoScalingGroup> group =
                    Optional.ofNullable(groups.get(properties.of(color).group()));
            List<Integer> healthy = group.filter(one -> health.contains(color) && runs(color, one))
                            .isPresent()
                    ? healthy(color)
                    : List.of();
            int strangers = group.filter(one -> tags.contains(color) && runs(color, one))
                    .map(one -> strangers(color, one))
                    .orElse(0);
            fleets.put(
                    color,
                    group.filter(one -> runs(color, one))
                            .map(one -> new Fleet(one.desired(), one.min(), one.max(), healthy, strangers))
                            .orElse(Fleet.NONE));
            group.filter(ColorTags.of(properties, color)::promoted).ifPresent(one -> promoted.add(color));
        }
        return new Observation.Fleets(fleets.get(Color.BLUE), fleets.get(Color.GREEN), readAt, promoted);
    }

    /** Both groups, by name, in one call. */
    static Map<String, AutoScalingGroup> groups(Aws aws, CutoverProperties properties) {
        return aws.describeAutoScalingGroups(Arrays.stream(Color.values())
                .map(color -> properties.of(color).group())
                .distinct()
                .toList());
    }

    /** A shared group counts for a colour if it is tagged with the colour's version. */
    private boolean runs(Color color, AutoScalingGroup group) {
        return !properties.sharesHosts()
                || ColorTags.of(properties, color).version(group).isPresent();
    }

    /** Targets of {@code color} that are healthy, one number per target group. */
    List<Integer> healthy(Color color) {
        List<Integer> healthy = new ArrayList<>();
        for (String targets : properties.of(color).targetGroups()) {
            healthy.add((int) inTime(() -> aws.describeTargetHealth(targets)).stream()
                    .filter(target -> target.state().equals("healthy"))
                    .count());
        }
        return healthy;
    }

    /**
     * Hosts that do not run the colour's version. What a host boots from is the group's launch template version, whose
     * number Auto Scaling keeps with each host; what CodeDeploy has installed is in the host's tags.
     */
    private int strangers(Color color, AutoScalingGroup group) {
        ColorTags own = ColorTags.of(properties, color);
        Optional<Version> wanted = properties.request().release().version(color).or(() -> own.version(group));
        if (group.instances().isEmpty() || wanted.isEmpty()) {
            return group.instances().size();
        }
        if (!properties.installed() && !properties.sharesHosts()) {
            return own.version(group).equals(wanted)
                    ? group.outdated().size()
                    : group.instances().size();
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
     * @param counts whether the requests matter; 0 if not
     * @param probes requests of the user's probe answered since then
     */
    Gate gate(Color color, Instant since, boolean counts, long probes) {
        List<Gate.Alarm> alarms =
                attempt(() -> states(properties.alarms(color))).orElse(List.of(Gate.Alarm.UNREADABLE));
        long samples = counts ? attempt(() -> requests(color, since)).orElse(0L) : 0;
        return Gate.of(alarms, samples, probes);
    }

    private List<Gate.Alarm> states(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, AlarmReading> readings = aws.describeAlarms(names);
        return names.stream().map(name -> alarm(readings.get(name))).toList();
    }

    private static Gate.Alarm alarm(AlarmReading reading) {
        if (reading == null) {
            return Gate.Alarm.UNREADABLE;
        }
        return switch (reading.state()) {
            case "OK" -> Gate.Alarm.OK;
            case "ALARM" -> Gate.Alarm.ALARM;
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

    <T> Optional<T> attempt(Supplier<T> read) {
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
