package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A constant value over a time span in seconds, from a lower edge to an upper one. */
record Slab(double from, double to, double low, double high) {

    double height() {
        return high - low;
    }

    /** Each second with {@code value}, from 0. */
    static List<Slab> each(List<Course.Second> seconds, ToDoubleFunction<Course.Second> value) {
        return seconds.stream()
                .map(second -> new Slab(second.from(), second.from() + 1, 0, value.applyAsDouble(second)))
                .toList();
    }

    /** The values of {@code parts} in each second, each part upon those before it. */
    static List<List<Slab>> stacked(List<Course.Second> seconds, List<ToDoubleFunction<Course.Second>> parts) {
        List<List<Slab>> stack = new ArrayList<>();
        List<Slab> below = each(seconds, second -> 0);
        for (ToDoubleFunction<Course.Second> part : parts) {
            List<Slab> layer = new ArrayList<>();
            for (int i = 0; i < seconds.size(); i++) {
                Slab under = below.get(i);
                layer.add(new Slab(under.from, under.to, under.high, under.high + part.applyAsDouble(seconds.get(i))));
            }
            stack.add(joined(layer));
            below = layer;
        }
        return stack;
    }

    /** The highest of their upper edges; 0 for none. */
    static double most(List<Slab> slabs) {
        return slabs.stream().mapToDouble(Slab::high).max().orElse(0);
    }

    /** Merges equal neighbours. */
    static List<Slab> joined(List<Slab> slabs) {
        List<Slab> joined = new ArrayList<>();
        for (Slab slab : slabs) {
            Slab before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && before.meets(slab) && before.low == slab.low && before.high == slab.high) {
                joined.set(joined.size() - 1, new Slab(before.from, slab.to, slab.low, slab.high));
            } else {
                joined.add(slab);
            }
        }
        return joined;
    }

    boolean meets(Slab next) {
        return to == next.from;
    }
}
