package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Rehearsed;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.JourneyPlanner;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.Source;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.QuietProgress;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same journey with real processes and real HTTP, and on the virtual clock: one story. */
@Rehearsed
class BothClocksTest {
    private final ExampleRun web = new ExampleRun("default", "web");

    @Test
    void aReleaseThatAlsoUpgradesTeal() throws Exception {
        Report real = sameStory(ExampleRun.faulty(""), web, web.earlier("first"), web.deploy("release", RELEASED));
        assertThat(real.totals().lost()).isZero();
    }

    @Test
    void aVersionThatAnswersErrors() throws Exception {
        Report real = sameStory(
                ExampleRun.faulty("ERRORS"),
                web,
                web.deploy("first", ONE),
                web.goesBack("release", RELEASED, "in ALARM: "));
        assertThat(real.totals().lost()).isPositive();
    }

    @Test
    void aVersionThatNeverStarts() throws Exception {
        Report real = sameStory(
                ExampleRun.faulty("CRASHES"),
                web,
                web.deploy("first", ONE),
                web.goesBack("release", RELEASED, "green's targets: "));
        assertThat(real.totals().lost()).isZero();
    }

    @Test
    void aReleaseBehindANetworkLoadBalancer() throws Exception {
        ExampleRun broker = new ExampleRun("network-load-balancer", "broker");
        Report real = sameStory(
                ExampleRun.faulty(""), broker, broker.deploy("first", ONE), broker.deploy("release", RELEASED));
        assertThat(real.totals().lost()).isZero();
    }

    @Test
    void aRollingRelease() throws Exception {
        ExampleRun tickets = new ExampleRun("rolling", "tickets");
        Report real = sameStory(
                ExampleRun.faulty(""),
                tickets,
                tickets.deploy("first", "version=1.0.0"),
                tickets.deploy("release", "version=2.0.0"));
        assertThat(real.totals().lost()).isZero();
    }

    @Test
    void aReleaseThatCodeDeployInstalls() throws Exception {
        ExampleRun payments = new ExampleRun("with-codedeploy", "payments");
        Report real = sameStory(
                ExampleRun.usual().installing(Optional.of(Revisions.EXAMPLE)),
                payments,
                payments.deploy("first", ONE),
                payments.deploy("release", RELEASED));
        assertThat(real.totals().lost()).isZero();
    }

    @Test
    void aPairWrittenByHand() throws Exception {
        Path folder = Path.of("examples/hand-made");
        Source source =
                Source.TemplateFiles.of(List.of(folder.resolve("1.json"), folder.resolve("2.json")), List.of(), true);
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = QuietProgress.line()) {
            Journey journey = new JourneyPlanner(Map.of(), Optional.empty(), processes, progress)
                    .plan(source)
                    .journey();
            assertThat(sameStory(ExampleRun.usual(), journey).totals().lost()).isPositive();
        }
    }

    private static Report sameStory(RehearsalSettings settings, ExampleRun example, Leg... legs)
            throws IOException, InterruptedException {
        return sameStory(settings, example.journey(legs));
    }

    /** Returns the report of the real run. */
    private static Report sameStory(RehearsalSettings settings, Journey journey)
            throws IOException, InterruptedException {
        Report modelled = ExampleRun.measured(journey, settings).report();
        Report real = RealRun.decided(journey, settings);
        assertThat(Story.of(real)).isEqualTo(Story.of(modelled));
        assertThat(real.run().stop()).isEqualTo(modelled.run().stop());
        return real;
    }
}
