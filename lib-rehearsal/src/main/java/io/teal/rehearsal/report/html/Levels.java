package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The values of the fleets over time, from the first request on. */
final class Levels {
    private static final double WHOLE = 100;

    private final Course course;

    Levels(Course course) {
        this.course = course;
    }

    /** {@code value} of {@code fleet} over time. */
    List<Slab> of(String fleet, ToDoubleFunction<Course.Level> value) {
        List<Slab> slabs = new ArrayList<>();
        List<Course.Level> levels = course.levels().stream()
                .filter(level -> level.fleet().equals(fleet))
                .toList();
        for (int i = 0; i < levels.size(); i++) {
            double until = i + 1 < levels.size() ? levels.get(i + 1).seconds() : course.seconds();
            add(slabs, levels.get(i).seconds(), until, value.applyAsDouble(levels.get(i)));
        }
        return Slab.joined(slabs);
    }

    /** The weight that {@code fleets} have together, in percent of all weights. */
    List<Slab> weight(List<String> fleets) {
        List<Slab> slabs = new ArrayList<>();
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (int i = 0; i < course.levels().size(); i++) {
            Course.Level level = course.levels().get(i);
            weights.put(level.fleet(), level.weight());
            double all = weights.values().stream().mapToInt(Integer::intValue).sum();
            double theirs = fleets.stream()
                    .mapToInt(fleet -> weights.getOrDefault(fleet, 0))
                    .sum();
            double until =
                    i + 1 < course.levels().size() ? course.levels().get(i + 1).seconds() : course.seconds();
            add(slabs, level.seconds(), until, all == 0 ? 0 : WHOLE * theirs / all);
        }
        return Slab.joined(slabs);
    }

    private static void add(List<Slab> slabs, double from, double until, double value) {
        if (until > Math.max(0, from)) {
            slabs.add(new Slab(Math.max(0, from), until, 0, value));
        }
    }
}
