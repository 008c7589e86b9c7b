package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course;
import io.teal.rehearsal.report.Course.Second;
import io.teal.rehearsal.report.Course.Server;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Who answered how much of the traffic, second by second, one upon the other, in percent.
 *
 * @param byServer those of one fleet next to each other, the first at the bottom
 * @param lost the shares that were lost, on top of all
 */
record AnswerShares(Map<Server, List<Slab>> byServer, List<Slab> lost) {

    static AnswerShares of(Course course, Palette palette) {
        List<Server> servers = course.servers().stream()
                .sorted(Comparator.comparing(server -> palette.fleets().indexOf(server.fleet())))
                .toList();
        List<ToDoubleFunction<Second>> parts = new ArrayList<>();
        servers.forEach(server ->
                parts.add(second -> percent(second.answers().getOrDefault(server.name(), 0L), second)));
        parts.add(second -> percent(ErrorFigure.count(second), second));
        List<List<Slab>> stack = Slab.stacked(course.perSecond(), parts);
        Map<Server, List<Slab>> byServer = new LinkedHashMap<>();
        for (int i = 0; i < servers.size(); i++) {
            byServer.put(servers.get(i), stack.get(i));
        }
        return new AnswerShares(byServer, stack.get(servers.size()));
    }

    private static double percent(long requests, Second of) {
        return 100.0 * requests / of.requests();
    }
}
