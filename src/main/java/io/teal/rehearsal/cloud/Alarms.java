package io.teal.rehearsal.cloud;

import io.teal.rehearsal.balancer.Balancer;
import io.teal.rehearsal.model.AlarmModel;
import io.teal.rehearsal.template.Opaque;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** States of alarms, computed when somebody asks, from what the balancer counted until then. */
final class Alarms {
    private static final String OK = "OK";
    private static final String ALARM = "ALARM";
    private static final String NO_DATA = "INSUFFICIENT_DATA";
    private static final String DELETED = "DELETED";

    private final TemplateClock clock;
    private final Metrics metrics;
    private final Map<String, String> forced = new ConcurrentHashMap<>();
    private final Map<String, AlarmModel> models = new ConcurrentHashMap<>();
    private final Map<String, String> last = new ConcurrentHashMap<>();

    Alarms(Balancer balancer, TemplateClock clock) {
        this.clock = clock;
        this.metrics = new Metrics(balancer.counters());
    }

    void put(AlarmModel model) {
        models.put(model.id(), model);
    }

    void forget(String id) {
        models.remove(id);
    }

    /** Alarms whose ids contain {@code part} are in {@code state} from now on, whatever is counted. */
    void force(String part, String state) {
        forced.put(part, state);
    }

    /** What {@code DescribeAlarms} says of those of {@code names} that exist. */
    Map<String, String> states(List<String> names) {
        Map<String, String> states = new TreeMap<>();
        for (String name : names) {
            String id = Opaque.referred(name);
            String state = forced(id).orElseGet(() -> state(id));
            if (!state.equals(DELETED)) {
                states.put(name, state);
            }
        }
        return states;
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
            return OK;
        }
        String state = state(model);
        last.put(id, state);
        return state;
    }

    private String state(AlarmModel model) {
        Instant now = clock.instant();
        List<Double> datapoints = IntStream.rangeClosed(1, model.window().periods())
                .mapToObj(back -> datapoint(model, now.minus(model.period().multipliedBy(back))))
                .toList();
        String missing = model.window().missing();
        long breaching = datapoints.stream()
                .filter(value -> value.isNaN()
                        ? missing.equals("breaching")
                        : model.comparison().breached(value, model.threshold()))
                .count();
        if (breaching >= model.window().datapoints()) {
            return ALARM;
        }
        boolean silent = datapoints.stream().allMatch(value -> value.isNaN());
        if (silent && missing.equals("ignore")) {
            return last.getOrDefault(model.id(), NO_DATA);
        }
        return silent && missing.equals("missing") ? NO_DATA : OK;
    }

    private Double datapoint(AlarmModel model, Instant from) {
        Instant realFrom = clock.real(from);
        Instant realTo = clock.real(from.plus(model.period()));
        return model.formula()
                .value(name -> model.metrics().stream()
                        .filter(metric -> metric.id().equals(name))
                        .findFirst()
                        .map(metric -> metrics.value(metric, realFrom, realTo))
                        .orElse(Double.NaN));
    }
}
