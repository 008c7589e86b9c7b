package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course;
import io.teal.rehearsal.report.Report;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The style of each fleet. Styles differ in colour, in lightness and in pattern. */
final class Palette {
    private static final List<String> OTHERS = List.of("third", "fourth", "fifth");
    private static final Set<String> COLORS = Set.of("blue", "green");

    private final List<String> fleets;
    private final List<String> others;

    Palette(Report report) {
        Set<String> all = new LinkedHashSet<>();
        report.course().levels().stream().map(Course.Level::fleet).forEach(all::add);
        report.course().servers().stream().map(Course.Server::fleet).forEach(all::add);
        this.fleets = List.copyOf(all);
        this.others = fleets.stream().filter(fleet -> !COLORS.contains(fleet)).toList();
    }

    /** All fleets, in the order in which they came. */
    List<String> fleets() {
        return fleets;
    }

    /** The style of {@code fleet}. */
    String style(String fleet) {
        return COLORS.contains(fleet) ? fleet : OTHERS.get(Math.floorMod(others.indexOf(fleet), OTHERS.size()));
    }
}
