package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course;
import io.teal.rehearsal.report.Report;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The style of each fleet, and of each version of it. Styles differ in colour, in lightness and in pattern. */
final class Palette {
    private static final List<String> OTHERS = List.of("third", "fourth", "fifth");
    private static final Set<String> COLORS = Set.of("blue", "green");

    private final List<String> fleets;
    private final List<String> others;
    private final List<Course.Server> servers;

    Palette(Report report) {
        Set<String> all = new LinkedHashSet<>();
        report.course().levels().stream().map(Course.Level::fleet).forEach(all::add);
        report.course().servers().stream().map(Course.Server::fleet).forEach(all::add);
        this.servers = report.course().servers();
        this.fleets = List.copyOf(all);
        this.others = fleets.stream().filter(fleet -> !COLORS.contains(fleet)).toList();
    }

    /** All fleets, in the order in which they came. */
    List<String> fleets() {
        return fleets;
    }

    /** The style of {@code server}: its fleet's for the first version of the fleet, another for each that follows. */
    String style(Course.Server server) {
        List<Course.Server> same = servers.stream()
                .filter(other -> other.fleet().equals(server.fleet()))
                .toList();
        int followed = same.indexOf(server);
        if (followed <= 0) {
            return style(server.fleet());
        }
        Set<String> taken = fleets.stream().map(this::style).collect(Collectors.toSet());
        List<String> free =
                OTHERS.stream().filter(style -> !taken.contains(style)).toList();
        return free.isEmpty() ? OTHERS.get(followed % OTHERS.size()) : free.get((followed - 1) % free.size());
    }

    /** The style of {@code fleet}. */
    String style(String fleet) {
        return COLORS.contains(fleet) ? fleet : OTHERS.get(Math.floorMod(others.indexOf(fleet), OTHERS.size()));
    }
}
