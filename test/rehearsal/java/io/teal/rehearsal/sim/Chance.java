package io.teal.rehearsal.sim;

import io.teal.release.plan.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What chance decides of a world: all of it from one seed. */
abstract class Chance {
    /** How long things take: less than by default, in the same proportions. */
    public static final Timing TIMING = new Timing(
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofMinutes(2),
            Duration.ofMinutes(2),
            Duration.ZERO);

    final Random random;
    private final double part;

    Chance(long seed, double part) {
        this.random = new Random(seed);
        this.part = part;
    }

    /** How far through the seeds this one is, from 0 to 1: for what is to happen at every moment once. */
    public final double part() {
        return part;
    }

    /** A number from 0 to {@code bound}, without it. */
    public final int any(int bound) {
        return random.nextInt(bound);
    }

    /** One of {@code choices}. */
    public final <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
