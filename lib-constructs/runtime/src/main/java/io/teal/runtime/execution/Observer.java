package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.Reads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
    private final Reads reads;

    /** One read of the service that {@code properties} describe, beginning now. */
    public Observer(Aws aws, CutoverProperties properties, Clock clock) {
        this(aws, properties, clock, failed -> {});
    }

    /** The same; {@code failures} gets what could not be read. */
    Observer(Aws aws, CutoverProperties properties, Clock clock, Consumer<AwsException> failures) {
        this(aws, properties, clock, failures, Reads.IN_TURN);
    }

    Observer(Aws aws, CutoverProperties properties, Clock clock, Consumer<AwsException> failures, Reads reads) {
        this.reads = reads;
        this.aws = aws;
        this.properties = properties;
        this.clock = clock;
        this.begun = clock.instant();
        this.failures = failures;
    }

    /**
     * The weights in the production action; empty if there is none.
     *
     * @throws AwsException if they cannot be read
     */
    public Optional<Weights> live() {
        ProductionAction production = new ProductionAction(aws, properties);
        return production.weights(production.rules());
    }

    /** The same; of a run that knows the listener, from that alone. */
    Optional<Weights> live(TickMemory memory) {
        ProductionAction production = new ProductionAction(aws, properties, reads);
        List<ListenerRule> rules = production.rules(memory);
        memory.held(production.held(rules));
        return production.weights(rules);
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
        return beginFleets().get();
    }

    /** The same, begun. */
    Supplier<Observation.Fleets> beginFleets() {
        return reader().begin(EVERY_COLOR, EVERY_COLOR);
    }

    /** The same, with the health of the targets of {@code health} only, and the tags of the hosts of {@code tags}. */
    Observation.Fleets fleets(Set<Color> health, Set<Color> tags) {
        return reader().begin(health, tags).get();
    }

    /** Targets of {@code color} that are healthy, one number per target group. */
    List<Integer> healthy(Color color) {
        return reader().beginHealthy(color).get();
    }

    private FleetReads reader() {
        return new FleetReads(aws, properties, clock, reads, this);
    }

    /** Both groups, by name, in one call. */
    static Map<String, AutoScalingGroup> groups(Aws aws, CutoverProperties properties) {
        return aws.describeAutoScalingGroups(Arrays.stream(Color.values())
                .map(color -> properties.of(color).group())
                .distinct()
                .toList());
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

    /** The worst state of the alarms on {@code color}. */
    public Gate.Alarm alarms(Color color) {
        return gate(color, clock.instant(), false, 0).alarms();
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

    /** What {@code read} gives, unless it is too late to ask. */
    <T> T inTime(Supplier<T> read) {
        if (clock.instant().isAfter(begun.plus(PATIENCE))) {
            throw new AwsException("Late", "the reads of this tick take longer than " + PATIENCE, null);
        }
        return read.get();
    }
}
