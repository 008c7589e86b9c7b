package io.teal.rehearsal.report;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.load.Reconciliation;
import io.teal.rehearsal.report.Course.Level;
import io.teal.rehearsal.report.Course.Milestone;
import io.teal.rehearsal.report.Course.RunDecision;
import io.teal.rehearsal.report.Course.Second;
import io.teal.rehearsal.report.Course.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reports of runs that never were. */
public final class Reports {
    /** Markup and an attribute's end, as somebody could call a release or a tag. */
    public static final String HOSTILE = "</title><script>alert(\"1\")</script>' onload='x()";

    private static final int SECONDS = 40;
    private static final int SWITCH = 20;
    private static final Reconciliation CLEAN = new Reconciliation(20_000, 0, 0, 0, true);

    private Reports() {}

    /** A release from blue to green that lost nothing. */
    public static Report clean() {
        return report("web", CLEAN, List.of(), "", Map.of());
    }

    /** The same, with requests lost in the second after the shift. */
    public static Report lossy() {
        Reconciliation totals = new Reconciliation(20_000, 60, 0, 0, true);
        Report.Loss loss = new Report.Loss("502 connection refused by Green", 60, "Http changed", 0, 0.8);
        return report("web", totals, List.of(loss), "", Map.of("502", 50L, "no answer", 10L));
    }

    /** A run that shows nothing. */
    public static Report invalid(String why) {
        return report("web", CLEAN, List.of(), why, Map.of());
    }

    /** Every text that comes from outside is {@code text}. */
    public static Report named(String text) {
        Report plain = report(text, CLEAN, List.of(new Report.Loss(text, 1, text, 0, 1)), "", Map.of(text, 1L));
        Report.FleetLine fleet = new Report.FleetLine(text, 1, 1, 1, Map.of(text, 1L));
        Report.Phase phase = new Report.Phase(text, 0, 40, List.of(fleet), 2, 1, 1, 2, text);
        return new Report(
                        text,
                        1,
                        60,
                        500,
                        List.of(phase),
                        plain.totals(),
                        plain.losses(),
                        new TreeMap<>(Map.of(text, 1)),
                        "",
                        named(text, plain.course().seconds()),
                        Recipe.UNKNOWN,
                        plain.effort(),
                        facts(text, List.of(text)))
                .repeatedBy(new Recipe(
                        text, List.of(new Recipe.RepeatedRelease(text, new TreeMap<>(Map.of(text, text))))));
    }

    private static RunFacts facts(String text, List<String> each) {
        return new RunFacts(text, text, true, each, text, "", text, each, List.of(Remark.danger(text)));
    }

    /** A run that nothing disturbed, or that {@code stop} ended early. */
    public static RunFacts facts(String stop) {
        return new RunFacts("2026-11-26T15:00:00Z", "0.1.0", false, List.of(), stop, "", "", List.of(), List.of());
    }

    /** A run that a bad version stopped before there was load. */
    public static Report stopped(String why) {
        return new Report(
                "web",
                1,
                60,
                500,
                List.of(new Report.Phase("deploy", -2, 2, List.of(), 0, 0, 0, 0, "")),
                new Reconciliation(0, 0, 0, 0, false),
                List.of(),
                new TreeMap<>(),
                "",
                new Course(0, List.of(), List.of(), List.of(), List.of(), List.of()),
                Recipe.UNKNOWN,
                new Report.Effort(0, 0, 0),
                facts(why));
    }

    private static Course named(String text, double seconds) {
        return new Course(
                seconds,
                List.of(new Server(text, text, text)),
                List.of(new Second(0, 2, Map.of(text, 1L), Map.of(text, 1L), 1, 2)),
                List.of(new Level(0, text, 1, 1, 1, 1)),
                List.of(
                        new Milestone(0, Milestone.MilestoneKind.WEIGHTS, text),
                        new Milestone(1, Milestone.MilestoneKind.RESULT, text)),
                List.of(new RunDecision(0, text, text, text, text, 2)));
    }

    private static Report report(
            String title, Reconciliation totals, List<Report.Loss> losses, String invalid, Map<String, Long> errors) {
        return new Report(
                title,
                7,
                60,
                500,
                List.of(phase("baseline", 0, "blue"), phase("release 2.0.0 on green", SWITCH, "green")),
                totals,
                losses,
                new TreeMap<>(Map.of("AWS::EC2::VPC", 1, "AWS::EC2::Subnet", 4)),
                invalid,
                course(errors),
                new Recipe(
                        "bin/teal rehearse --seed 7",
                        List.of(new Recipe.RepeatedRelease(
                                "release 2.0.0 on green", new TreeMap<>(Map.of("activeColor", "green"))))),
                new Report.Effort(0.1, 0.2, 12),
                facts(""));
    }

    private static Report.Phase phase(String name, double from, String fleet) {
        Report.FleetLine line = new Report.FleetLine(fleet, 100, 2, 2, Map.of("1.0.0", 10_000L));
        return new Report.Phase(name, from, SWITCH, List.of(line), 10_000, 0, 0.4, 12.3, "");
    }

    private static List<Second> seconds(Map<String, Long> errors) {
        List<Second> seconds = new ArrayList<>();
        for (int i = 0; i < SECONDS; i++) {
            Map<String, Long> failed = i == SWITCH ? errors : Map.of();
            long lost = failed.values().stream().mapToLong(Long::longValue).sum();
            String server = i < SWITCH ? "blue 1.0.0" : "green 2.0.0";
            seconds.add(new Second(i, 500, Map.of(server, 500 - lost), failed, 0.4, 5 + i));
        }
        return seconds;
    }

    private static Course course(Map<String, Long> errors) {
        return new Course(
                SECONDS,
                List.of(new Server("blue 1.0.0", "blue", "1.0.0"), new Server("green 2.0.0", "green", "2.0.0")),
                seconds(errors),
                List.of(
                        new Level(-1, "blue", 100, 2, 2, 2),
                        new Level(10, "green", 0, 0, 2, 2),
                        new Level(12, "green", 0, 2, 2, 2),
                        new Level(SWITCH, "blue", 0, 2, 2, 2),
                        new Level(SWITCH, "green", 100, 2, 2, 2)),
                List.of(
                        new Milestone(-1, Milestone.MilestoneKind.WEIGHTS, "blue 100"),
                        new Milestone(0, Milestone.MilestoneKind.LEG, "baseline"),
                        new Milestone(SWITCH, Milestone.MilestoneKind.WEIGHTS, "green 100"),
                        new Milestone(SECONDS, Milestone.MilestoneKind.RESULT, "release 2.0.0 on green: complete")),
                List.of(
                        new RunDecision(11, "web", "shift-1", "wait", "green has 0 healthy targets", 3),
                        new RunDecision(20, "web", "shift-1", "call", "green can carry 100 percent", 1),
                        new RunDecision(30, "web", "preflight-2", "answers SUCCESS", "there is nothing to do", 1)));
    }
}
