package io.teal.rehearsal.run;

import java.time.Duration;
import java.util.Map;

/**
 * What is unusual in a rehearsal.
 *
 * @param hostFaults what is wrong with the hosts of a version, by version; they read it as {@code FAULT}
 * @param lateNode how late one node of the load balancer sees new weights, in the template's time; zero for no later
 *     than the others
 * @param longRequest how long one request in fifty takes, in real time; zero for none that does
 */
public record Conditions(Map<String, String> hostFaults, Duration lateNode, Duration longRequest) {
    /** Nothing is unusual. */
    public static final Conditions USUAL = new Conditions(Map.of(), Duration.ZERO, Duration.ZERO);

    /** Copies the map. */
    public Conditions {
        hostFaults = Map.copyOf(hostFaults);
    }

    /** Only the hosts of {@code version} are unusual. */
    public static Conditions fault(String version, String fault) {
        return new Conditions(Map.of(version, fault), Duration.ZERO, Duration.ZERO);
    }
}
