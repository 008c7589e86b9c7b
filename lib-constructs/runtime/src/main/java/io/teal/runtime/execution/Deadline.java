package io.teal.runtime.execution;

import io.teal.release.plan.Plan;
import java.time.Duration;
import java.time.Instant;

/**
 * The absolute end of a run. CloudFormation waits an hour for a custom resource, from before the execution began, and
 * ignores an answer that comes later.
 */
final class Deadline {
    private static final Duration HOUR = Duration.ofHours(1);

    /** The time reserved for the answer, with retries. */
    private static final Duration ANSWERING = Duration.ofMinutes(2);

    private Deadline() {}

    /** Whether only the time for the rollback of {@code plan} is left. */
    static boolean overdue(Payload payload, Plan plan, Instant now) {
        return now.isAfter(payload.started().plus(HOUR).minus(ANSWERING).minus(plan.wayBack()));
    }

    /** Whether it must be answered now, whatever the state. */
    static boolean over(Payload payload, Instant now) {
        return now.isAfter(payload.started().plus(HOUR).minus(ANSWERING));
    }
}
