package io.teal.rehearsal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The weights that a fleet had during a phase, in order. */
public final class WeightCourse {
    private static final int SHOWN = 4;

    private WeightCourse() {}

    /** As {@code 0 -> 10 -> 100}; one number if nothing changed. The last is the weight at the phase's end. */
    public static String of(Report report, Report.Phase phase, Report.FleetLine fleet) {
        List<Report.Phase> before =
                report.phases().stream().takeWhile(other -> other != phase).toList();
        OptionalInt begins = before.isEmpty()
                ? OptionalInt.empty()
                : before.get(before.size() - 1).fleets().stream()
                        .filter(other -> other.name().equals(fleet.name()))
                        .mapToInt(Report.FleetLine::weight)
                        .findFirst();
        return of(report.course().levels(), begins, phase, fleet);
    }

    /**
     * The same of {@code levels}, where the phase before ended with the weight {@code begins}; empty if there was none.
     */
    static String of(List<Course.Level> levels, OptionalInt begins, Report.Phase phase, Report.FleetLine fleet) {
        List<Integer> weights = new ArrayList<>();
        begins.ifPresent(weights::add);
        double end = phase.fromSeconds() + phase.seconds();
        levels.stream()
                .filter(level -> level.fleet().equals(fleet.name())
                        && level.seconds() > phase.fromSeconds()
                        && level.seconds() < end)
                .forEach(level -> add(weights, level.weight()));
        add(weights, fleet.weight());
        String all = weights.stream().map(weight -> Integer.toString(weight)).collect(Collectors.joining(" -> "));
        return weights.size() > SHOWN ? shortened(weights) : all;
    }

    private static void add(List<Integer> weights, int weight) {
        if (weights.isEmpty() || weights.get(weights.size() - 1) != weight) {
            weights.add(weight);
        }
    }

    private static String shortened(List<Integer> weights) {
        int most = weights.stream().mapToInt(Integer::intValue).max().orElseThrow();
        return weights.get(0) + " -> ... " + most + " ... -> " + weights.get(weights.size() - 1);
    }
}
