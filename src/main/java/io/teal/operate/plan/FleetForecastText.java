package io.teal.operate.plan;

import io.teal.operate.account.InstallPlace;
import io.teal.operate.account.SingleFleet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the forecast of a service with one fleet as text. */
final class FleetForecastText {
    private FleetForecastText() {}

    /** The lines that show {@code one}. */
    static List<String> lines(FleetForecast one) {
        List<String> lines = new ArrayList<>();
        lines.add(one.next().service() + ": " + one.next().way());
        lines.add("  now   " + (one.exists() ? version(one.deployed()) + " on " + one.hosts() + " hosts" : "nothing"));
        lines.add("  then  " + version(Optional.of(one.next())));
        if (!one.accepted()) {
            lines.add("refused: a refresh of its hosts goes on, and Auto Scaling starts no other until it has ended");
            lines.add("  wait for it: teal status --watch");
            return lines;
        }
        if (!one.exists()) {
            lines.add("its first deploy: the group is made with its hosts");
            return lines;
        }
        if (!one.changes()) {
            lines.add("no change: hosts and what they run stay as they are");
            return lines;
        }
        one.stages().ifPresent(stages -> lines.addAll(lines(one, stages)));
        one.installs().ifPresent(install -> lines.addAll(lines(one, install)));
        return lines;
    }

    private static String version(Optional<SingleFleet> fleet) {
        return fleet.flatMap(SingleFleet::version).orElse("a version that the template does not name");
    }

    private static List<String> lines(FleetForecast one, RefreshStages stages) {
        List<String> lines = new ArrayList<>();
        lines.add("replaces hosts; each new one is healthy and warmed up before an old one leaves");
        for (RefreshStages.Until stage : stages.all()) {
            lines.add("  until " + stage.until() + " of " + stages.size() + " are new, " + stage.more() + " at a time"
                    + (stage.pause().isZero() ? "" : ", then a pause of " + PlanText.time(stage.pause())));
        }
        lines.add("  then a bake of " + PlanText.time(stages.pace().bake()) + "; an alarm until its end turns it back");
        lines.add("in total " + PlanText.time(one.atLeast()) + " and the time that hosts boot, at most "
                + one.atMost().toHours() + " h");
        lines.add("back by another refresh if it fails: hosts boot again");
        lines.add("hosts: " + one.hosts() + " now, up to " + one.during() + " during, " + one.hosts() + " after");
        return lines;
    }

    private static List<String> lines(FleetForecast one, InstallPlace install) {
        return List.of(
                "installs on the hosts, " + atATime(install.hosts(), one.hosts()) + "; those do not serve meanwhile",
                "  in at most " + PlanText.time(install.timeout()) + ", then alarms are watched for "
                        + PlanText.time(install.bake()),
                "in total at most " + PlanText.time(one.atMost()),
                "back in at most " + PlanText.time(install.timeout()) + " if it fails: the former version is installed",
                "hosts: " + one.hosts() + " now, and no others");
    }

    /** What must stay healthy is rounded up, so that what is taken is rounded down. */
    private static String atATime(String configuration, int hosts) {
        return switch (configuration) {
            case "CodeDeployDefault.HalfAtATime" -> Math.max(1, hosts / 2) + " at a time";
            case "CodeDeployDefault.OneAtATime" -> "1 at a time";
            default -> "as many at a time as " + configuration + " says";
        };
    }
}
