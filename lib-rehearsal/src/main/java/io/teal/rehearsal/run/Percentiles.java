package io.teal.rehearsal.run;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Numbers from 0 on, ordered, of which percentiles are asked: the tail is kept to the last. */
final class Percentiles {
    private static final double ALL = 100;

    private final long[] ordered;

    /** Those of {@code numbers}; a negative one counts as 0. */
    Percentiles(LongStream numbers) {
        this.ordered = numbers.toArray();
        Arrays.sort(ordered);
    }

    /** The smallest of the numbers that {@code percent} of them do not exceed; 0 if there are none. */
    long at(double percent) {
        int rank = (int) Math.ceil(Math.nextDown(percent) * ordered.length / ALL);
        return ordered.length == 0 ? 0 : Math.max(0, ordered[Math.max(rank, 1) - 1]);
    }
}
