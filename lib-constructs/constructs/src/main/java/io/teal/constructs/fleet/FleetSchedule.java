package io.teal.constructs.fleet;

import io.teal.release.InvalidValueException;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.autoscaling.Schedule;

/**
 * A time from which the active colour has at least so many hosts; made with {@link #at}.
 *
 * <p>It sets the group's minimum and nothing else: a larger one starts hosts at once, a smaller one lets target
 * tracking take them away when it may. So no schedule can take a host away while a release is under way.
 *
 * @param name its name, part of a logical id
 * @param when the time, once or again and again
 * @param minCapacity the fewest hosts from then on
 * @param timeZone the zone that {@code when} is meant in; UTC if empty
 */
public record FleetSchedule(String name, Schedule when, int minCapacity, Optional<String> timeZone) {
    /** Checks that nothing is missing, and the ranges. */
    public FleetSchedule {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(timeZone, "timeZone");
        InvalidValueException.require(
                name.matches("[A-Za-z][A-Za-z0-9]{0,30}"),
                "a schedule's name must be a letter and up to 30 letters or digits, got '" + name + "'");
        InvalidValueException.require(
                minCapacity >= 1, "schedule " + name + ": minCapacity must be at least 1, got " + minCapacity);
    }

    /**
     * From {@code when}, in UTC, at least {@code minCapacity} hosts.
     *
     * @throws InvalidValueException if the name has other characters, or {@code minCapacity} is less than 1
     */
    public static FleetSchedule at(String name, Schedule when, int minCapacity) {
        return new FleetSchedule(name, when, minCapacity, Optional.empty());
    }

    /** The same, with its time meant in {@code zone}, as {@code Europe/Berlin}: summer time is followed. */
    public FleetSchedule in(String zone) {
        return new FleetSchedule(name, when, minCapacity, Optional.of(zone));
    }
}
