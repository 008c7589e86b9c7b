package io.teal.rehearsal.scenario;

import io.teal.rehearsal.report.Report;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A check of a report.
 *
 * @param says the check, in a few words
 * @param holds whether it does
 */
record Expectation(String says, Predicate<Report> holds) {
    static final Expectation LOSES_NOTHING =
            new Expectation("lost 0, doubled 0", report -> report.totals().lost() == 0 && doublesNothing(report));
    static final Expectation PROMOTED =
            new Expectation("green has all traffic", report -> weight("green", report) == 100);
    static final Expectation HOME = new Expectation("blue has all traffic", report -> weight("blue", report) == 100);
    static final Expectation AT_HOME = new Expectation(
            "in the end 2.0.0 receives no requests",
            report -> report.phases().get(report.phases().size() - 1).fleets().stream()
                    .noneMatch(fleet -> fleet.requests().getOrDefault("2.0.0", 0L) > 0));
    static final Expectation AS_LARGE = new Expectation(
            "green is as large as blue",
            report -> desired("green", report)
                    .filter(green -> green >= desired("blue", report).orElse(0))
                    .isPresent());
    static final Expectation SIX_HOSTS = new Expectation(
            "six hosts at most", report -> report.course().hosts().most() <= 6);
    static final Expectation UNSEEN =
            new Expectation("2.0.0 receives no requests", report -> answered("2.0.0", report) == 0);

    /** At most {@code percent} is lost, each for a cause that matches {@code causes}. */
    static Expectation losesAtMost(int percent, String says, String causes) {
        Pattern pattern = Pattern.compile(causes);
        return new Expectation(
                "lost at most " + percent + " %: " + says,
                report -> doublesNothing(report)
                        && 100 * report.totals().lost()
                                <= percent * report.totals().sent()
                        && report.losses().stream()
                                .allMatch(loss -> pattern.matcher(loss.cause()).find()));
    }

    private static boolean doublesNothing(Report report) {
        return report.totals().doubled() == 0;
    }

    private static int weight(String color, Report report) {
        return last(color, report).map(Report.FleetLine::weight).orElse(0);
    }

    private static Optional<Integer> desired(String color, Report report) {
        return last(color, report).map(Report.FleetLine::desired);
    }

    private static Optional<Report.FleetLine> last(String color, Report report) {
        return report.phases().get(report.phases().size() - 1).fleets().stream()
                .filter(fleet -> fleet.name().equals(color))
                .findFirst();
    }

    private static long answered(String version, Report report) {
        return report.phases().stream()
                .flatMap(phase -> phase.fleets().stream())
                .mapToLong(fleet -> fleet.requests().getOrDefault(version, 0L))
                .sum();
    }
}
