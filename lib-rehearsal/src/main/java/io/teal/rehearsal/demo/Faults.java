package io.teal.rehearsal.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The faults of one demo service, from its environment. Safe for use by many threads. */
final class Faults {
    private final List<HostFault> faults;
    private final boolean crashes;
    private final Traffic traffic;
    private final String zone;

    /** Faults of a service in availability zone {@code zone}. */
    Faults(List<HostFault> faults, String zone, InstantSource clock) {
        Map<Fault, Double> amounts = new EnumMap<>(Fault.class);
        faults.forEach(one -> amounts.put(one.fault(), one.amount()));
        this.faults = amounts.entrySet().stream()
                .map(one -> new HostFault(one.getKey(), one.getValue()))
                .toList();
        this.crashes = amounts.keySet().stream().anyMatch(Fault::crashes);
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
        return crashes;
    }

    /** How much later it listens. */
    Duration boot() {
        return sum(Fault::boot);
    }

    boolean stops() {
        return faults.stream().allMatch(one -> one.fault().stops());
    }

    Duration keepAlive(Duration usual) {
        Duration kept = usual;
        for (HostFault one : faults) {
            kept = one.fault().keepAlive(one.amount(), kept);
        }
        return kept;
    }

    /** How much longer a request of the load takes. */
    Duration takes() {
        return sum(Fault::takes);
    }

    private Duration sum(BiFunction<Fault, Double, Duration> part) {
        Duration sum = Duration.ZERO;
        for (HostFault one : faults) {
            sum = sum.plus(part.apply(one.fault(), one.amount()));
        }
        return sum;
    }

    /** Whether the service ends by a request of the load that comes now. */
    boolean dies() {
        for (HostFault one : faults) {
            if (one.fault().dies(one.amount(), traffic)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a request of the load is answered at all. */
    boolean answers() {
        for (HostFault one : faults) {
            if (!one.fault().answers()) {
                return false;
            }
        }
        return true;
    }

    /** The status of the answer to a request that comes now, or to a health check; the worst fault decides. */
    int status(boolean check) {
        if (check) {
            return faults.stream().allMatch(one -> one.fault().passesCheck(zone)) ? 200 : 500;
        }
        int worst = 200;
        for (HostFault one : faults) {
            worst = Math.max(worst, one.fault().status(one.amount(), traffic));
        }
        return worst;
    }
}
