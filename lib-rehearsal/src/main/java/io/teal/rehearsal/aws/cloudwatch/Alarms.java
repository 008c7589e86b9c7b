package io.teal.rehearsal.aws.cloudwatch;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.template.Opaque;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** States of alarms, computed when somebody asks, from what the balancer counted until then. */
public final class Alarms {
    private static final String DELETED = "DELETED";

    private final TemplateClock clock;
    private final LoadBalancerMetrics metrics;
    private final Map<String, String> forced = new ConcurrentHashMap<>();
    private final Map<String, AlarmModel> models = new ConcurrentHashMap<>();
    private final Map<String, OtherAlarmModel> others = new ConcurrentHashMap<>();
    private final Map<String, AlarmState> last = new ConcurrentHashMap<>();

    /** No alarms yet, on what {@code balancer} counts. */
    public Alarms(Balancer balancer, TemplateClock clock) {
        this.clock = clock;
        this.metrics = new LoadBalancerMetrics(balancer.counters());
    }

    /** An alarm is there, or is changed. */
    public void put(AlarmModel model) {
        models.put(model.id(), model);
    }

    /** An alarm that is always OK is there. */
    public void put(OtherAlarmModel model) {
        others.put(model.id(), model);
    }

    /** Alarm {@code id} is gone. */
    public void forget(String id) {
        models.remove(id);
        others.remove(id);
        last.remove(id);
    }

    /** Alarms whose ids contain {@code part} are in {@code state} from now on, whatever is counted. */
    public void force(String part, String state) {
        forced.put(part, state);
    }

    /** What {@code DescribeAlarms} says of those of {@code names} that exist. */
    public Map<String, String> states(List<String> names) {
        Map<String, String> states = new TreeMap<>();
        for (String name : names) {
            id(name).map(id -> forced(id).orElseGet(() -> state(id)))
                    .filter(state -> !state.equals(DELETED))
                    .ifPresent(state -> states.put(name, state));
        }
        return states;
    }

    /** The logical id of the alarm that is called {@code name}, or that {@code name} refers to. */
    private Optional<String> id(String name) {
        String id = Opaque.referred(name);
        Stream<String> known = Stream.concat(
                models.values().stream()
                        .filter(model -> model.id().equals(id) || model.name().equals(name))
                        .map(AlarmModel::id),
                others.values().stream()
                        .filter(model -> model.id().equals(id) || model.name().equals(name))
                        .map(OtherAlarmModel::id));
        return known.findFirst();
    }

    private Optional<String> forced(String id) {
        return forced.entrySet().stream()
                .filter(entry -> id.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** An alarm on anything else than the balancer plays no part, and is OK for ever. */
    private String state(String id) {
        AlarmModel model = models.get(id);
        if (model == null) {
            return AlarmState.OK.name();
        }
        AlarmState before = last.getOrDefault(id, AlarmState.INSUFFICIENT_DATA);
        AlarmState now = verdict(model, before);
        last.put(id, now);
        return now.name();
    }

    private AlarmState verdict(AlarmModel model, AlarmState before) {
        Instant now = clock.instant();
        List<Double> values = IntStream.rangeClosed(1, model.window().periods())
                .mapToObj(back -> value(model, now.minus(model.period().multipliedBy(back))))
                .toList();
        return AlarmState.of(model, values, before);
    }

    private Double value(AlarmModel model, Instant from) {
        return model.value().compute((metric, back) -> {
            Instant begin = from.minus(model.period().multipliedBy(back));
            return metrics.value(metric, clock.real(begin), clock.real(begin.plus(model.period())));
        });
    }
}
