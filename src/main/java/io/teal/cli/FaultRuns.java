package io.teal.cli;

import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.run.RehearsalSettings;
import io.teal.rehearsal.scenario.Catalogue;
import io.teal.rehearsal.scenario.Scenario;
import io.teal.rehearsal.scenario.ScenarioResult;
import io.teal.rehearsal.scenario.Scenarios;
import io.teal.rehearsal.scenario.Templates;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code teal rehearse --fault} and {@code --all}. */
final class FaultRuns {
    private final FaultTable table;
    private final Scenarios scenarios;
    private final ProgressLine progress;

    FaultRuns(Templates templates, RehearsalSettings settings, ProgressLine progress, PrintWriter out) {
        this.table = new FaultTable(out);
        this.scenarios = new Scenarios(templates, settings, progress);
        this.progress = progress;
    }

    /** One scenario; {@code show} prints its report. */
    ExitCode one(String name, boolean byTheClock, Consumer<Report> show) throws IOException, InterruptedException {
        Scenario scenario = Catalogue.named(name);
        progress.say("rehearsing " + name + (byTheClock ? ", by the clock" : ""));
        ScenarioResult result = byTheClock ? scenarios.byTheClock(scenario) : scenarios.withTeal(scenario);
        progress.close();
        show.accept(result.report());
        table.verdict(result);
        return exit(result.held(), result.valid());
    }

    /** Every scenario, with its negative control if it has one. */
    ExitCode all() throws IOException, InterruptedException {
        boolean held = true;
        boolean valid = true;
        table.header();
        for (Scenario scenario : Catalogue.all()) {
            ScenarioResult withTeal = scenarios.withTeal(scenario);
            Optional<ScenarioResult> byTheClock = scenarios.control(scenario);
            progress.clear();
            table.row(withTeal, byTheClock);
            held &= withTeal.asExpected(byTheClock);
            valid &= withTeal.valid() && byTheClock.filter(run -> !run.valid()).isEmpty();
        }
        progress.close();
        return exit(held, valid);
    }

    private static ExitCode exit(boolean held, boolean valid) {
        if (!valid) {
            return ExitCode.INVALID_RUN;
        }
        return held ? ExitCode.HELD : ExitCode.BROKEN;
    }
}
