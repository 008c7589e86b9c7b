package io.teal.constructs.internal.fleet;

import io.teal.release.InvalidValueException;
import io.teal.release.cutover.Night;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.autoscaling.Schedule;

/** The checked values of a {@code FleetSchedule}; without a time zone, {@code when} is in UTC. */
public record ScheduledCapacity(String name, Schedule when, int minCapacity, Optional<String> timeZone) {
    /** Checks that nothing is missing, and the ranges. */
    public ScheduledCapacity {
        Objects.requireNonNull(when, "when");
        InvalidValueException.require(
                name.matches("[A-Za-z][A-Za-z0-9]{0,30}"),
                "a schedule's name must be a letter and up to 30 letters or digits, got '" + name + "'");
        InvalidValueException.require(
                minCapacity >= 0, "schedule " + name + ": minCapacity must be 0 or more, got " + minCapacity);
        night(name, when, minCapacity, timeZone);
    }

    /** When it takes all hosts away, if it does. */
    public Optional<Night> night() {
        return night(name, when, minCapacity, timeZone);
    }

    private static Optional<Night> night(String name, Schedule when, int hosts, Optional<String> timeZone) {
        return hosts == 0
                ? Optional.of(new Night(name, when.getExpressionString(), timeZone.orElse("UTC")))
                : Optional.empty();
    }
}
