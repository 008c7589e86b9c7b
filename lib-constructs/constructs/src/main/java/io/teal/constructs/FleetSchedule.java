package io.teal.constructs;

import io.teal.constructs.internal.fleet.ScheduledCapacity;
import io.teal.release.InvalidValueException;
import java.util.Optional;
import software.amazon.awscdk.services.autoscaling.Schedule;

/**
 * A time that changes the fewest hosts of the active colour; made with {@link #at}.
 *
 * <p>It sets the group's minimum and nothing else: a larger one starts hosts at once, a smaller one lets target
 * tracking scale in. So no schedule terminates a host during a release.
 *
 * <p>A minimum of 0 is a night: all hosts end, and requests get 503 until another schedule's time. A deploy that moves
 * traffic is refused if a night begins before it can be over; at night it starts hosts of both colours, and they stay
 * until the next one. A standby keeps its hosts.
 */
public final class FleetSchedule {
    final ScheduledCapacity capacity;

    private FleetSchedule(ScheduledCapacity capacity) {
        this.capacity = capacity;
    }

    /**
     * From {@code when}, in UTC, at least {@code minCapacity} hosts; none with 0, which only a {@link BlueGreenService}
     * without CodeDeploy takes, and only beside a schedule with hosts.
     *
     * @param name its name, a letter and up to 30 letters or digits; part of a logical id
     * @throws InvalidValueException if the name has other characters, {@code minCapacity} is negative, or it is 0 and
     *     the times cannot be read from {@code when}
     */
    public static FleetSchedule at(String name, Schedule when, int minCapacity) {
        return new FleetSchedule(new ScheduledCapacity(name, when, minCapacity, Optional.empty()));
    }

    /** The same, with its time in {@code zone}, as {@code Europe/Berlin}, daylight saving time included. */
    public FleetSchedule in(String zone) {
        return new FleetSchedule(
                new ScheduledCapacity(capacity.name(), capacity.when(), capacity.minCapacity(), Optional.of(zone)));
    }
}
