package io.teal.rehearsal.cloud;

import io.teal.rehearsal.balancer.Balancer;
import io.teal.rehearsal.model.AlarmModel;
import io.teal.rehearsal.template.Opaque;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * States of alarms, from what the balancer counted. An alarm on the share of answers that are 5xx is computed minute by
 * minute; any other is OK for ever, and the report names its type among what plays no part.
 */
final class Alarms {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final String DELETED = "DELETED";

    private final Balancer balancer;
    private final TemplateClock clock;
    private final Map<String, String> forced = new ConcurrentHashMap<>();
    private final Map<String, AlarmModel> models = new ConcurrentHashMap<>();

    Alarms(Balancer balancer, TemplateClock clock) {
        this.balancer = balancer;
        this.clock = clock;
    }

    void put(AlarmModel model) {
        models.put(model.id(), model);
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

    private String state(String id) {
        AlarmModel model = models.get(id);
        if (model == null) {
            return "OK";
        }
        Instant now = clock.instant();
        long breaching = IntStream.rangeClosed(1, model.periods())
                .filter(back -> breaches(model, now.minus(MINUTE.multipliedBy(back))))
                .count();
        return breaching >= model.datapoints() ? "ALARM" : "OK";
    }

    private boolean breaches(AlarmModel model, Instant from) {
        Instant to = from.plus(MINUTE);
        long all = balancer.counters().count(model.group(), any -> true, clock.real(from), clock.real(to));
        long errors =
                balancer.counters().count(model.group(), status -> status >= 500, clock.real(from), clock.real(to));
        return all >= model.requests() && 100.0 * errors / all > model.percent();
    }
}
