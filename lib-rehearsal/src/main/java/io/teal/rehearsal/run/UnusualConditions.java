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
 * @param cpuOfTwo the CPU of a host where two share the load, in percent
 */
public record UnusualConditions(
        Map<String, String> hostFaults, Duration lateNode, Duration longRequest, double cpuOfTwo) {
    /** Two hosts that share the load have a CPU of 40 %: they feel well. */
    private static final double WELL = 40;

    /** Nothing is unusual. */
    public static final UnusualConditions USUAL = new UnusualConditions(Map.of(), Duration.ZERO, Duration.ZERO);

    /** Copies the map. */
    public UnusualConditions {
        hostFaults = Map.copyOf(hostFaults);
    }

    /** What is unusual where two hosts bear the load. */
    public UnusualConditions(Map<String, String> hostFaults, Duration lateNode, Duration longRequest) {
        this(hostFaults, lateNode, longRequest, WELL);
    }

    /** The same where two hosts that share the load have a CPU of {@code percent}. */
    public UnusualConditions busy(double percent) {
        return new UnusualConditions(hostFaults, lateNode, longRequest, percent);
    }

    /** Only the hosts of {@code version} are unusual. */
    public static UnusualConditions fault(String version, String fault) {
        return new UnusualConditions(Map.of(version, fault), Duration.ZERO, Duration.ZERO);
    }
}
