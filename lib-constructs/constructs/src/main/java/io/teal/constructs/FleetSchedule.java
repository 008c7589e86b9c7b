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
 */
public final class FleetSchedule {
    final ScheduledCapacity capacity;

    private FleetSchedule(ScheduledCapacity capacity) {
        this.capacity = capacity;
    }

    /**
     * From {@code when}, in UTC, at least {@code minCapacity} hosts.
     *
     * @param name its name, a letter and up to 30 letters or digits; part of a logical id
     * @throws InvalidValueException if the name has other characters, or {@code minCapacity} is less than 1
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
