package io.teal.rehearsal.aws.elb;

/**
 * A target as Elastic Load Balancing describes it.
 *
 * @param host its host
 * @param port its port
 * @param state its state
 * @param reason the reason code; empty if it is healthy
 */
public record TargetDescription(String host, int port, TargetState state, String reason) {
    private static final String NOT_IN_USE = "Target.NotInUse";
    private static final String REGISTERING = "Elb.RegistrationInProgress";
    private static final String CHECKING = "Elb.InitialHealthChecking";
    private static final String DEREGISTERING = "Target.DeregistrationInProgress";

    /** Describes {@code target} in {@code state}. */
    static TargetDescription of(Target target, TargetState state) {
        String reason = switch (state) {
            case UNUSED -> NOT_IN_USE;
            case INITIAL -> target.lastProbe().isPresent() ? CHECKING : REGISTERING;
            case UNHEALTHY -> target.lastFailure().reason();
            case DRAINING -> DEREGISTERING;
            case HEALTHY -> "";
        };
        return new TargetDescription(target.host(), target.port(), state, reason);
    }
}
