package io.teal.rehearsal;

import java.time.Duration;

/**
 * How much faster than real the template's timers run. One value for every timer, so that their proportions hold; boots
 * and requests take the time they take.
 *
 * @param speed how many template seconds pass in one real second
 */
public record Timescale(double speed) {

    /** Checks the range. */
    public Timescale {
        if (!(speed >= 1 && speed <= 1000)) {
            throw new BadInputException("--speed must be from 1 to 1000, got " + speed, "60 is the default");
        }
    }

    /** The real time that {@code templateTime} takes in this rehearsal. */
    public Duration real(Duration templateTime) {
        return Duration.ofNanos((long) (templateTime.toNanos() / speed));
    }

    /** The same, but not less than {@code least}, in real time. */
    public Duration real(Duration templateTime, Duration least) {
        Duration scaled = real(templateTime);
        return scaled.compareTo(least) < 0 ? least : scaled;
    }
}
