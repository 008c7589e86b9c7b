package io.teal.rehearsal.aws.elb;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The slices of one count in a row, by their numbers: nearly every one has something in it. Thread-safe. */
final class Slices {
    private final List<Slice> row = new ArrayList<>();
    private long first;

    /** Slice {@code number}. */
    synchronized Slice at(long number) {
        if (row.isEmpty()) {
            first = number;
        }
        for (; number < first; first--) {
            row.add(0, null);
        }
        while (first + row.size() <= number) {
            row.add(null);
        }
        int place = (int) (number - first);
        if (row.get(place) == null) {
            row.set(place, new Slice());
        }
        return row.get(place);
    }

    /** The sum of {@code value} over the slices from {@code from} until before {@code to}. */
    synchronized long sum(long from, long to, ToLongFunction<Slice> value) {
        long sum = 0;
        for (int i = place(from); i < place(to); i++) {
            Slice slice = row.get(i);
            sum += slice == null ? 0 : value.applyAsLong(slice);
        }
        return sum;
    }

    /** Those slices. */
    synchronized Stream<Slice> within(long from, long to) {
        return between(from, to).stream().filter(Objects::nonNull).toList().stream();
    }

    private List<Slice> between(long from, long to) {
        return from < to ? row.subList(place(from), place(to)) : List.of();
    }

    private int place(long number) {
        return (int) Math.max(0, Math.min(number - first, row.size()));
    }
}
