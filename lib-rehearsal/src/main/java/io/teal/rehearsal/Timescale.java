package io.teal.rehearsal;

import java.time.Duration;
import java.time.Instant;

/**
 * The template's time: when it begins, and how much faster than real its timers run. One speed for every timer, so that
 * their proportions hold; boots and requests take the time they take.
 *
 * @param speed how many template seconds pass in one real second
 * @param begin what a clock shows when the first deploy begins: for what goes by the time of day
 */
public record Timescale(double speed, Instant begin) {
    /** The same on any day that a rehearsal is run. */
    public static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    /** One that begins with 2026. */
    public Timescale(double speed) {
        this(speed, NEW_YEAR);
    }

    /** The same at the speed of the virtual clock. */
    public Timescale onVirtualClock() {
        return new Timescale(1, begin);
    }

    /** Checks the range. */
    public Timescale {
        if (!(speed >= 1 && speed <= 1000)) {
            throw new BadInputException("--speed must be from 1 to 1000, got " + speed, "60 is the default");
        }
    }

    /** What a clock shows when {@code real} has passed since the beginning. */
    public Instant shown(Duration real) {
        return begin.plusNanos((long) (real.toNanos() * speed));
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
