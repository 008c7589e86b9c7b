package io.teal.runtime.execution;

import io.teal.release.plan.Budget;
import io.teal.release.plan.Plan;
import java.time.Instant;

/**
 * The absolute end of a run. CloudFormation waits an hour for a custom resource, from its request on, and ignores an
 * answer that comes later.
 */
final class Deadline {
    private Deadline() {}

    /** Whether only the time for the rollback of {@code plan} is left. */
    static boolean overdue(Payload payload, Plan plan, Instant now) {
        return now.isAfter(payload.asked().plus(Budget.ANSWERED_BY).minus(plan.wayBack()));
    }

    /** Whether it must be answered now, whatever the state. */
    static boolean over(Payload payload, Instant now) {
        return now.isAfter(payload.asked().plus(Budget.ANSWERED_BY));
    }
}
