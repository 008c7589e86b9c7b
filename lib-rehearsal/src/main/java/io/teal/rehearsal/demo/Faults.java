package io.teal.rehearsal.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The faults of one demo service, from its environment. Safe for use by many threads. */
final class Faults {
    private final Map<Fault, Double> amounts = new EnumMap<>(Fault.class);
    private final Traffic traffic;
    private final String zone;

    /** Faults of a service in availability zone {@code zone}. */
    Faults(List<HostFault> faults, String zone, InstantSource clock) {
        faults.forEach(one -> amounts.put(one.fault(), one.amount()));
        this.traffic = new Traffic(clock);
        this.zone = zone;
    }

    /** Those of {@code FAULT}, in the zone of {@code ZONE}. */
    static Faults of(Map<String, String> environment) {
        return new Faults(
                HostFault.parse(environment.getOrDefault("FAULT", "")),
                environment.getOrDefault("ZONE", ""),
                InstantSource.system());
    }

    boolean crashes() {
        return amounts.keySet().stream().anyMatch(Fault::crashes);
    }

    /** How much later it listens. */
    Duration boot() {
        return sum(Fault::boot);
    }

    boolean stops() {
        return amounts.keySet().stream().allMatch(Fault::stops);
    }

    Duration keepAlive(Duration usual) {
        Duration kept = usual;
        for (Map.Entry<Fault, Double> one : amounts.entrySet()) {
            kept = one.getKey().keepAlive(one.getValue(), kept);
        }
        return kept;
    }

    /** How much longer a request of the load takes. */
    Duration takes() {
        return sum(Fault::takes);
    }

    private Duration sum(BiFunction<Fault, Double, Duration> part) {
        return amounts.entrySet().stream()
                .map(one -> part.apply(one.getKey(), one.getValue()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether the service ends by a request of the load that comes now. */
    boolean dies() {
        return amounts.entrySet().stream().anyMatch(one -> one.getKey().dies(one.getValue(), traffic));
    }

    /** Whether a request of the load is answered at all. */
    boolean answers() {
        return amounts.keySet().stream().allMatch(Fault::answers);
    }

    /** The status of the answer to a request that comes now, or to a health check; the worst fault decides. */
    int status(boolean check) {
        if (check) {
            return amounts.keySet().stream().allMatch(fault -> fault.passesCheck(zone)) ? 200 : 500;
        }
        return amounts.entrySet().stream()
                .mapToInt(one -> one.getKey().status(one.getValue(), traffic))
                .max()
                .orElse(200);
    }
}
