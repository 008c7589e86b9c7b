package io.teal.rehearsal.aws.autoscaling;

import java.time.Duration;
import java.util.Set;

/**
 * {@code AutoScalingRollingUpdate}.
 *
 * @param batch MaxBatchSize
 * @param inService MinInstancesInService
 * @param pause PauseTime: how long to wait after each batch, or for its signals
 * @param signals WaitOnResourceSignals
 * @param success MinSuccessfulInstancesPercent
 * @param suspended SuspendProcesses
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html">
 *     UpdatePolicy</a>
 */
public record RollingModel(
        int batch, int inService, Duration pause, boolean signals, int success, Set<String> suspended)
        implements HostUpdate {
    private static final Set<String> REPLACING = Set.of("HealthCheck", "ReplaceUnhealthy", "Launch", "Terminate");

    /** Copies the set. */
    public RollingModel {
        suspended = Set.copyOf(suspended);
    }

    /** Whether unhealthy hosts are not replaced while it runs. */
    boolean suspendsReplacement() {
        return suspended.stream().anyMatch(REPLACING::contains);
    }

    /** How many hosts a group of {@code size}, which may grow to {@code max}, has while it runs. */
    int during(int size, int max) {
        return Math.max(size, Math.min(max, inService + batch));
    }
}
