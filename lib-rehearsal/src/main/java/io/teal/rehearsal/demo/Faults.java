package io.teal.rehearsal.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * The faults of one demo service, from its environment: {@code FAULT} holds names of {@link Fault}s with their amounts,
 * as {@code HALF_HEALTHY,CAPACITY:300}. Safe for use by many threads.
 */
final class Faults {
    private static final String HEALTH = "/health";
    private static final String FAILED = "HTTP/1.1 500 Internal Server Error";
    private static final String TOO_MUCH = "HTTP/1.1 503 Service Unavailable";
    private static final String WELL = "HTTP/1.1 200 OK";

    private final Map<Fault, Double> amounts = new EnumMap<>(Fault.class);
    private final String zone;
    private long firstRequest;
    private long second;
    private int inSecond;

    private Faults(String zone) {
        this.zone = zone;
    }

    static Faults of(Map<String, String> environment) {
        Faults faults = new Faults(environment.getOrDefault("ZONE", ""));
        for (String word : environment.getOrDefault("FAULT", "").split(",")) {
            String[] parts = word.split(":");
            if (!word.isEmpty()) {
                faults.amounts.put(Fault.valueOf(parts[0]), parts.length > 1 ? Double.parseDouble(parts[1]) : 0);
            }
        }
        return faults;
    }

    boolean has(Fault fault) {
        return amounts.containsKey(fault);
    }

    OptionalDouble amount(Fault fault) {
        return has(fault) ? OptionalDouble.of(amounts.get(fault)) : OptionalDouble.empty();
    }

    /** The status of the answer to a request for {@code path} that comes now. */
    String status(String path) {
        if (path.equals(HEALTH)) {
            boolean fails = has(Fault.NEVER_HEALTHY) || has(Fault.HALF_HEALTHY) && zone.equals("0");
            return fails ? FAILED : WELL;
        }
        if (overloaded()) {
            return TOO_MUCH;
        }
        boolean fails = has(Fault.ERRORS) || has(Fault.ERRORS_AFTER) && due(Fault.ERRORS_AFTER);
        return fails ? FAILED : WELL;
    }

    /** Whether so much time has passed since the first request as {@code fault} says. */
    synchronized boolean due(Fault fault) {
        long now = System.nanoTime();
        firstRequest = firstRequest == 0 ? now : firstRequest;
        return (now - firstRequest) / 1e9 >= amounts.get(fault);
    }

    private synchronized boolean overloaded() {
        long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        return has(Fault.CAPACITY) && inSecond > amounts.get(Fault.CAPACITY);
    }
}
