package io.teal.rehearsal.demo;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The faults of one demo service, from its environment. Safe for use by many threads. */
final class Faults {
    private static final String HEALTH = "/health";
    private static final Map<Integer, String> STATUS_LINES = Map.of(
            200, "HTTP/1.1 200 OK",
            500, "HTTP/1.1 500 Internal Server Error",
            503, "HTTP/1.1 503 Service Unavailable");

    private final Map<Fault, Double> amounts = new EnumMap<>(Fault.class);
    private final Traffic traffic = new Traffic();
    private final String zone;

    private Faults(String zone) {
        this.zone = zone;
    }

    /** Those of {@code FAULT}, in the zone of {@code ZONE}. */
    static Faults of(Map<String, String> environment) {
        Faults faults = new Faults(environment.getOrDefault("ZONE", ""));
        HostFault.parse(environment.getOrDefault("FAULT", ""))
                .forEach(one -> faults.amounts.put(one.fault(), one.amount()));
        return faults;
    }

    void boot() {
        amounts.forEach((fault, amount) -> fault.boot(amount));
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

    /** Acts on a request of the load; returns whether it is answered at all. */
    boolean answers() {
        return amounts.entrySet().stream().allMatch(one -> one.getKey().answers(one.getValue(), traffic));
    }

    /** The first line of the answer to a request for {@code path} that comes now; the worst fault decides. */
    String status(String path) {
        if (path.equals(HEALTH)) {
            return STATUS_LINES.get(amounts.keySet().stream().allMatch(fault -> fault.passesCheck(zone)) ? 200 : 500);
        }
        return STATUS_LINES.get(amounts.entrySet().stream()
                .mapToInt(one -> one.getKey().status(one.getValue(), traffic))
                .max()
                .orElse(200));
    }
}
