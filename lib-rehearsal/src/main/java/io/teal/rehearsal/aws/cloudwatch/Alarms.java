package io.teal.rehearsal.aws.cloudwatch;

import io.teal.rehearsal.template.Opaque;
import io.teal.release.port.AlarmReading;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** States of alarms, computed on each query from the load balancer's metrics. */
public final class Alarms {
    private static final String DELETED = "DELETED";
    /** Periods that are looked at beside those that are evaluated, as in the examples of CloudWatch's guide. */
    private static final int FURTHER_BACK = 2;

    private final LoadBalancerMetrics metrics;
    private final Map<String, String> forced = new ConcurrentHashMap<>();
    private final Map<String, AlarmModel> models = new ConcurrentHashMap<>();
    private final Map<String, AlarmState> last = new ConcurrentHashMap<>();

    /** By alarm: those of minutes that are over change no more, and an alarm is asked for often in one minute. */
    private final Map<String, Looked> looked = new ConcurrentHashMap<>();

    private record Looked(AlarmModel model, Instant minute, List<Double> values) {}

    /** No alarms yet; they look at {@code metrics}. */
    public Alarms(LoadBalancerMetrics metrics) {
        this.metrics = metrics;
    }

    /** Adds or updates an alarm. */
    public void put(AlarmModel model) {
        models.put(model.id(), model);
    }

    /** Removes alarm {@code id}. */
    public void forget(String id) {
        models.remove(id);
        last.remove(id);
        looked.remove(id);
    }

    /** Forces alarms whose ids contain {@code part} into {@code state}, whatever their metrics. */
    public void force(String part, String state) {
        forced.put(part, state);
    }

    /** {@code DescribeAlarms}: the states of those of {@code names} that exist. */
    public Map<String, String> states(List<String> names) {
        Map<String, String> states = new TreeMap<>();
        for (String name : names) {
            called(name)
                    .map(alarm -> forced(alarm.id()).orElseGet(() -> state(alarm)))
                    .filter(state -> !state.equals(DELETED))
                    .ifPresent(state -> states.put(name, state));
        }
        return states;
    }

    /** The same, with CloudWatch's words for one in {@code ALARM} by its metrics. */
    public Map<String, AlarmReading> readings(List<String> names) {
        Map<String, AlarmReading> readings = new TreeMap<>();
        states(names).forEach((name, state) -> readings.put(name, new AlarmReading(state, reason(name, state))));
        return readings;
    }

    private String reason(String name, String state) {
        AlarmModel alarm = called(name).orElseThrow();
        if (!state.equals(AlarmState.ALARM.name()) || forced(alarm.id()).isPresent()) {
            return "";
        }
        List<Double> known = values(alarm);
        return "Threshold Crossed: " + known.size() + " datapoints " + known + " were "
                + alarm.comparison()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ')
                        .replace("threshold", "the threshold")
                + " (" + alarm.threshold() + ").";
    }

    /** The alarm that has or references {@code name}. */
    private Optional<AlarmModel> called(String name) {
        String id = Opaque.referred(name);
        return models.values().stream()
                .filter(model -> model.id().equals(id) || model.name().equals(name))
                .findFirst();
    }

    private Optional<String> forced(String id) {
        return forced.entrySet().stream()
                .filter(entry -> id.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String state(AlarmModel alarm) {
        AlarmState before = last.getOrDefault(alarm.id(), AlarmState.INSUFFICIENT_DATA);
        AlarmState now = evaluate(alarm, before);
        last.put(alarm.id(), now);
        return now.name();
    }

    private AlarmState evaluate(AlarmModel model, AlarmState before) {
        return AlarmState.of(model, values(model), before);
    }

    /** Of the periods that are looked at, newest first, those that have a value, up to the number that is evaluated. */
    private List<Double> values(AlarmModel model) {
        Instant minute = metrics.minute();
        Looked before = looked.get(model.id());
        if (before != null && before.model() == model && before.minute().equals(minute)) {
            return before.values();
        }
        List<Double> values = values(model, minute);
        looked.put(model.id(), new Looked(model, minute, values));
        return values;
    }

    private List<Double> values(AlarmModel model, Instant minute) {
        int periods = model.window().periods();
        return IntStream.rangeClosed(1, periods + FURTHER_BACK)
                .mapToObj(back -> value(model, minute.minus(model.period().multipliedBy(back))))
                .filter(value -> !value.isNaN())
                .limit(periods)
                .toList();
    }

    private Double value(AlarmModel model, Instant from) {
        return model.value().compute((metric, back) -> {
            Instant begin = from.minus(model.period().multipliedBy(back));
            return metrics.value(metric, begin, begin.plus(model.period()));
        });
    }
}
