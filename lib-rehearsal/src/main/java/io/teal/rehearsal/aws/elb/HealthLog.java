package io.teal.rehearsal.aws.elb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The health of one target group over time, one entry for a slice of it. Thread-safe. */
final class HealthLog {
    private final List<Long> slices = new ArrayList<>();
    private final List<Counters.Health> seen = new ArrayList<>();

    /**
     * Records {@code now} in {@code slice}; of two in one slice the later counts, and a newer slice is known better.
     */
    synchronized void add(long slice, Counters.Health now) {
        int last = slices.size() - 1;
        if (last < 0 || slice > slices.get(last)) {
            slices.add(slice);
            seen.add(now);
        } else if (slice == slices.get(last)) {
            seen.set(last, now);
        }
    }

    /** What was recorded from {@code from} until before {@code to}; the last one before it if there is none. */
    synchronized Stream<Counters.Health> within(long from, long to) {
        int begin = place(from);
        int end = Math.max(begin, place(to));
        int first = begin == end ? Math.max(0, begin - 1) : begin;
        return List.copyOf(seen.subList(first, end)).stream();
    }

    /** How many are of earlier slices. */
    private int place(long slice) {
        int found = Collections.binarySearch(slices, slice);
        return found < 0 ? -found - 1 : found;
    }
}
