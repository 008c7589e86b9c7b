package io.teal.rehearsal.cloud;

import io.teal.rehearsal.balancer.Balancer;
import io.teal.rehearsal.model.AlarmModel;
import io.teal.rehearsal.template.Opaque;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * States of alarms, from what the balancer counted. An alarm on the share of answers that are 5xx is computed minute by
 * minute; any other is OK for ever, and the report names its type among what plays no part.
 */
final class Alarms {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Balancer balancer;
    private final TemplateClock clock;
    private final Map<String, AlarmModel> models = new ConcurrentHashMap<>();

    Alarms(Balancer balancer, TemplateClock clock) {
        this.balancer = balancer;
        this.clock = clock;
    }

    void put(AlarmModel model) {
        models.put(model.id(), model);
    }

    Map<String, String> states(List<String> names) {
        Map<String, String> states = new TreeMap<>();
        names.forEach(name -> states.put(name, state(Opaque.referred(name))));
        return states;
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
