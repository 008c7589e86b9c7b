package io.teal.operate.plan;

import io.teal.operate.account.StackState;
import io.teal.release.Color;
import io.teal.release.Version;
import io.teal.release.observation.Weights;
import io.teal.release.preflight.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows an outlook as text. */
public final class PlanText {
    private static final String ROW = "  %6s  %8s  %9s  %s";

    private PlanText() {}

    /** The lines that show {@code outlook}, with money if there is a {@code price}. */
    public static List<String> lines(PlanReader.Outlook outlook, Optional<PriceText> price) {
        List<String> lines = new ArrayList<>();
        lines.add("stack " + outlook.stack() + ": "
                + outlook.state().map(StackState::status).orElse("does not exist; this is its first deploy"));
        if (outlook.busy()) {
            lines.add("refused: an operation is in progress, and CloudFormation accepts no other until it ends");
        }
        for (Forecast service : outlook.services()) {
            lines.addAll(lines(service));
            if (service.accepted() && !service.stages().isEmpty()) {
                price.ifPresent(
                        one -> service.capacity().ifPresent(capacity -> lines.addAll(one.lines(service, capacity))));
            }
        }
        outlook.fleets().forEach(fleet -> lines.addAll(FleetForecastText.lines(fleet)));
        return lines;
    }

    private static List<String> lines(Forecast service) {
        List<String> lines = new ArrayList<>();
        lines.add(service.next().service() + ": by " + service.next().way());
        lines.add("  now   " + colors(service, true));
        lines.add("  then  " + colors(service, false));
        if (service.verdict() instanceof Verdict.Refused refused) {
            lines.add("refused, before any change: " + refused.reason());
            lines.add("  " + refused.remedy());
            return lines;
        }
        lines.addAll(course(service));
        for (Color color : Color.values()) {
            service.keeps(color)
                    .ifPresent(pin -> lines.add(color + " keeps launch template version " + pin + "; "
                            + service.next().of(color).newest().orElseThrow() + " comes with its next start"));
        }
        return lines;
    }

    private static List<String> course(Forecast service) {
        if (service.stages().isEmpty()) {
            return List.of("no change: weights and fleets stay as they are");
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, ROW, "from", "takes", "blue/green", "")
                .stripTrailing());
        lines.addAll(rows(service));
        lines.add("in total " + time(service.atLeast()) + " if every fleet is healthy at once, at most "
                + time(service.atMost()));
        service.wayBack().ifPresent(back -> lines.add(wayBack(service, back)));
        service.next().guard().ifPresent(time -> lines.addAll(guard(time)));
        RestingStandby.of(service).map(RestingStandby::lines).ifPresent(lines::addAll);
        service.overBudget().ifPresent(why -> lines.add("refused at synth: " + why));
        service.capacity().ifPresent(capacity -> lines.addAll(hosts(service, capacity)));
        return lines;
    }

    /** An alarm of Teal's own looks at two of three minutes, and its metrics come up to two minutes late. */
    private static List<String> guard(Duration time) {
        return List.of(
                "guard: for " + time.toHours()
                        + " h after a promotion an alarm returns traffic to the standby by itself",
                "  2:00 of bad minutes, known up to 2:00 later, then up to 0:30 to the write: 4:30",
                "  (a load balancer reports each minute; an alarm of your own may look every 10 s)");
    }

    private static String wayBack(Forecast service, Duration back) {
        String grows = service.next().way().sharesCapacity() ? ": hosts that were given away boot again" : "";
        return "back where it was in at most " + time(back) + " if it fails" + grows;
    }

    private static List<String> rows(Forecast service) {
        List<String> rows = new ArrayList<>();
        Duration from = Duration.ZERO;
        for (Stage stage : service.stages()) {
            boolean known = stage.takes().equals(stage.atMost());
            rows.add(String.format(
                    Locale.ROOT,
                    ROW,
                    time(from),
                    (known ? "" : "to ") + time(stage.atMost()),
                    stage.live().map(Weights::toString).orElse("-"),
                    stage.what()));
            from = from.plus(stage.takes());
        }
        return rows;
    }

    private static List<String> hosts(Forecast service, Capacity capacity) {
        int more = capacity.during() - capacity.now();
        List<String> lines = new ArrayList<>();
        lines.add("hosts: " + capacity.now() + " now, up to " + capacity.during() + " during, " + capacity.after()
                + " after");
        if (more > 0) {
            lines.add("instance-hours: " + hours(more, service.atLeast()) + " to " + hours(more, service.atMost())
                    + " more for the deploy, then " + capacity.after() + " each hour");
        }
        return lines;
    }

    private static String hours(int hosts, Duration time) {
        return String.format(Locale.ROOT, "%.1f", hosts * time.toSeconds() / 3600.0);
    }

    private static String colors(Forecast service, boolean now) {
        List<String> words = new ArrayList<>();
        for (Color color : Color.values()) {
            Optional<Version> version = now
                    ? Optional.ofNullable(service.running().get(color))
                    : service.release().version(color);
            int share = now
                    ? service.live().map(live -> live.percent(color)).orElse(0)
                    : service.release().weight(color);
            words.add(color + " "
                    + version.map(known -> known + " " + share + "%").orElse("nothing"));
        }
        return String.join(", ", words);
    }

    static String time(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
