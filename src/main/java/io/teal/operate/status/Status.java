package io.teal.operate.status;

import io.teal.operate.account.StackState;
import io.teal.release.observation.Direction;
import java.time.Instant;
import java.util.List;

/**
 * The live state of a stack and its services.
 *
 * @param at when it was read
 * @param stack the stack
 * @param services its services with two colours
 * @param singleFleets its services with one fleet
 */
public record Status(Instant at, StackState stack, List<ServiceStatus> services, List<SingleFleetStatus> singleFleets) {
    /** Copies the lists. */
    public Status {
        singleFleets = List.copyOf(singleFleets);
        services = List.copyOf(services);
    }

    /** Whether it equals {@code other} apart from the time. */
    boolean sameAs(Status other) {
        return stack.equals(other.stack) && services.equals(other.services) && singleFleets.equals(other.singleFleets);
    }

    /** Whether nothing is in progress, and traffic and fleets match the template. */
    public boolean settled() {
        return atRest()
                && services.stream().allMatch(service -> service.unsettled().isEmpty())
                && singleFleets.stream().allMatch(fleet -> fleet.unsettled().isEmpty());
    }

    /** Whether no stack operation, no run and no refresh of hosts is in progress. */
    public boolean atRest() {
        return stack.direction() == Direction.IDLE
                && singleFleets.stream().allMatch(SingleFleetStatus::atRest)
                && services.stream().allMatch(service -> service.runs().isEmpty());
    }
}
