package io.teal.rehearsal.aws.elb;

/**
 * Health of a target by its health checks. Immutable; each check gives the next value.
 *
 * <pre>
 *   INITIAL ──first pass──▶ HEALTHY ──unhealthy-threshold failures──▶ UNHEALTHY
 *      └──unhealthy-threshold failures──▶ UNHEALTHY ──healthy-threshold passes──▶ HEALTHY
 * </pre>
 *
 * @param state INITIAL, HEALTHY or UNHEALTHY
 * @param against consecutive checks that contradict the state
 */
public record ProbedHealth(TargetState state, int against) {
    /** Before the first probe. */
    public static final ProbedHealth INITIAL = new ProbedHealth(TargetState.INITIAL, 0);

    /** After one more probe. */
    public ProbedHealth after(boolean passed, HealthCheck.Thresholds thresholds) {
        boolean agrees = passed == (state == TargetState.HEALTHY) && state != TargetState.INITIAL;
        if (agrees) {
            return new ProbedHealth(state, 0);
        }
        int needed = passed ? passesNeeded(thresholds) : thresholds.unhealthy();
        if (against + 1 < needed) {
            return new ProbedHealth(state, against + 1);
        }
        return new ProbedHealth(passed ? TargetState.HEALTHY : TargetState.UNHEALTHY, 0);
    }

    private int passesNeeded(HealthCheck.Thresholds thresholds) {
        return state == TargetState.INITIAL ? 1 : thresholds.healthy();
    }
}
