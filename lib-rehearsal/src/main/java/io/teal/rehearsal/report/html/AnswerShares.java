package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Who answered how much of the traffic, second by second, one upon the other, in percent. */
final class AnswerShares {
    private static final double WHOLE = 100;

    private final Course course;
    private final Palette palette;

    AnswerShares(Course course, Palette palette) {
        this.course = course;
        this.palette = palette;
    }

    /** The shares of each server, those of one fleet next to each other, the first at the bottom. */
    Map<Course.Server, List<Slab>> byServer() {
        Map<Course.Server, List<Slab>> shares = new LinkedHashMap<>();
        List<Course.Server> servers = course.servers().stream()
                .sorted(Comparator.comparing(server -> palette.fleets().indexOf(server.fleet())))
                .toList();
        for (int i = 0; i < servers.size(); i++) {
            List<Course.Server> below = servers.subList(0, i);
            List<Course.Server> with = servers.subList(0, i + 1);
            shares.put(servers.get(i), slabs(second -> answered(second, below), second -> answered(second, with)));
        }
        return shares;
    }

    /** The shares that were lost, on top of all. */
    List<Slab> lost() {
        return slabs(
                second -> answered(second, course.servers()),
                second -> answered(second, course.servers()) + errors(second));
    }

    private List<Slab> slabs(ToDoubleFunction<Course.Second> low, ToDoubleFunction<Course.Second> high) {
        List<Slab> slabs = new ArrayList<>();
        for (Course.Second second : course.perSecond()) {
            slabs.add(new Slab(
                    second.from(),
                    second.from() + 1,
                    WHOLE * low.applyAsDouble(second) / second.requests(),
                    WHOLE * high.applyAsDouble(second) / second.requests()));
        }
        return Slab.joined(slabs);
    }

    private static double answered(Course.Second second, List<Course.Server> servers) {
        return servers.stream()
                .mapToLong(server -> second.answers().getOrDefault(server.name(), 0L))
                .sum();
    }

    private static double errors(Course.Second second) {
        return second.errors().values().stream().mapToLong(Long::longValue).sum();
    }
}
