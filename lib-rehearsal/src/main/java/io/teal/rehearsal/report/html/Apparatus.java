package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import java.util.Locale;

/** What was real in a run and what was not, in sentences. */
final class Apparatus {
    private Apparatus() {}

    static String world(Report report) {
        return report.run().modelled()
                ? "Hosts and requests were modelled, on a virtual clock."
                : "Processes and HTTP were real; CloudFormation, the load balancer and Auto Scaling were stand-ins"
                        + " whose timers ran " + Numbers.plain(report.speed()) + " times faster.";
    }

    static String again(Report report) {
        return report.run().modelled()
                ? "gives the same run again."
                : "draws the same choices again; what real processes do still differs from run to run.";
    }

    static String effort(Report report) {
        Report.Effort effort = report.effort();
        return report.run().modelled()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "The load generator used %.2f of a core, the stand-ins %.2f; one request in a thousand left %s"
                                + " ms late, or later.",
                        effort.generatorCores(),
                        effort.standInCores(),
                        Numbers.millis(effort.lateMillis()));
    }
}
