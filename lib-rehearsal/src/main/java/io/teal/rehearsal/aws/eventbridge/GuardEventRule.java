package io.teal.rehearsal.aws.eventbridge;

import io.teal.rehearsal.aws.iam.RoleRights;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A rule that wakes the guard of a service.
 *
 * @param id its logical id
 * @param alarms the alarms, by logical id or name, of which one that goes off wakes it; empty for a schedule
 * @param every how often its schedule wakes it; empty if it hears of alarms
 * @param service whom it wakes
 * @param silent why nothing wakes; empty if it does
 * @param rights what the guard's function may do; empty if the template does not tell
 */
public record GuardEventRule(
        String id,
        List<String> alarms,
        Optional<Duration> every,
        GuardedService service,
        Optional<String> silent,
        Optional<RoleRights> rights) {
    /** Copies the list. */
    public GuardEventRule {
        alarms = List.copyOf(alarms);
    }

    /**
     * What the rule's input says.
     *
     * @param machine ARN of the state machine of the service
     * @param stack ARN of its stack
     */
    public record GuardedService(String machine, String stack) {}
}
