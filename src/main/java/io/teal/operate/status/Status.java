package io.teal.operate.status;

import io.teal.operate.account.StackState;
import io.teal.release.observation.Direction;
import java.time.Instant;
import java.util.List;

/**
 * A stack and its services as they are.
 *
 * @param at when it was read
 * @param stack the stack
 * @param services its services
 */
public record Status(Instant at, StackState stack, List<ServiceStatus> services) {
    /** Copies the list. */
    public Status {
        services = List.copyOf(services);
    }

    /** Whether it says the same as {@code other}, whenever each was read. */
    boolean says(Status other) {
        return stack.equals(other.stack) && services.equals(other.services);
    }

    /** Whether the stack is at rest, and traffic and fleets are as the template says. */
    public boolean settled() {
        return atRest()
                && services.stream().allMatch(service -> service.unsettled().isEmpty());
    }

    /** Whether nothing goes on. */
    public boolean atRest() {
        return stack.direction() == Direction.IDLE
                && services.stream().allMatch(service -> service.runs().isEmpty());
    }
}
