package io.teal.constructs;

import io.teal.constructs.internal.fleet.ScheduledCapacity;
import io.teal.release.InvalidValueException;
import java.util.Optional;
import software.amazon.awscdk.services.autoscaling.Schedule;

/**
 * A time from which the active colour has at least so many hosts; made with {@link #at}.
 *
 * <p>It sets the group's minimum and nothing else: a larger one starts hosts at once, a smaller one lets target
 * tracking take them away when it may. So no schedule can take a host away while a release is under way.
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

    /** The same, with its time meant in {@code zone}, as {@code Europe/Berlin}: summer time is followed. */
    public FleetSchedule in(String zone) {
        return new FleetSchedule(
                new ScheduledCapacity(capacity.name(), capacity.when(), capacity.minCapacity(), Optional.of(zone)));
    }
}
