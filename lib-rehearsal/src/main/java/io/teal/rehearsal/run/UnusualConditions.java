package io.teal.rehearsal.run;

import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.report.Numbers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The injected conditions of a rehearsal.
 *
 * @param hostFaults what is wrong with the hosts of a version, by version; they read it as {@code FAULT}
 * @param lateNode by how much one node of the load balancer sees new weights late, in the template's time; zero for
 *     none
 * @param longRequest how long one request in two hundred takes, in real time; zero for none that does
 * @param cpuOfTwo the CPU of a host where two share the load, in percent
 */
public record UnusualConditions(
        Map<String, List<HostFault>> hostFaults, Duration lateNode, Duration longRequest, double cpuOfTwo) {
    /** Two hosts that share the load have a CPU of 40 %, which no alarm minds. */
    private static final double USUAL_CPU = 40;

    /** Nothing is unusual. */
    public static final UnusualConditions USUAL = new UnusualConditions(Map.of(), Duration.ZERO, Duration.ZERO);

    /** Copies the map. */
    public UnusualConditions {
        hostFaults = Map.copyOf(hostFaults);
    }

    /** What is unusual where two hosts bear the load. */
    public UnusualConditions(Map<String, List<HostFault>> hostFaults, Duration lateNode, Duration longRequest) {
        this(hostFaults, lateNode, longRequest, USUAL_CPU);
    }

    /** The same where two hosts that share the load have a CPU of {@code percent}. */
    public UnusualConditions busy(double percent) {
        return new UnusualConditions(hostFaults, lateNode, longRequest, percent);
    }

    /** Whether hosts have to act it out. */
    boolean concernsHosts() {
        return !hostFaults.isEmpty() || !longRequest.isZero();
    }

    /** What is unusual, in a few words each. */
    Stream<String> staged() {
        Stream<String> faults =
                hostFaults.entrySet().stream().map(faulty -> "hosts of " + faulty.getKey() + ": " + faulty.getValue());
        Stream<String> late = Stream.of(lateNode)
                .filter(time -> !time.isZero())
                .map(time -> "one node of the load balancer sees new weights " + Numbers.time(time) + " late");
        Stream<String> slow = Stream.of(longRequest)
                .filter(time -> !time.isZero())
                .map(time -> "one request in two hundred takes " + time.toMillis() + " ms");
        return Stream.of(faults, late, slow).flatMap(Function.identity());
    }

    /** Only the hosts of {@code version} are unusual. */
    public static UnusualConditions fault(String version, List<HostFault> faults) {
        return new UnusualConditions(Map.of(version, faults), Duration.ZERO, Duration.ZERO);
    }
}
