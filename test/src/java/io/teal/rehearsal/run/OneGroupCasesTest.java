package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.OneGroupTemplates;
import io.teal.app.TemplatesOfTheApp;
import io.teal.examples.FromOneGroup.Step;
import io.teal.rehearsal.journey.Leg;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From one group behind a load balancer to a service of Teal's, under load: the templates of the example, as they are.
 */
class OneGroupCasesTest {
    private static final String ONE = "activeColor=blue blueVersion=1.0.0 greenVersion=none";
    private static final String TWO = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";

    @TempDir
    Path out;

    @Test
    void theServiceComesReleasesAndOutlivesTheGroupWithoutALostRequest() throws Exception {
        Outcome outcome = run(
                deploy("beside", Step.BESIDE, ONE),
                deploy("release", Step.BESIDE, TWO),
                deploy("alone", Step.AFTER, TWO));
        outcome.lostNothing();
        assertThat(outcome.answeredBy("2.0.0", "after"))
                .isEqualTo(outcome.phase("after").requests());
    }

    @Test
    void theWayBackToTheGroupLosesNothing() throws Exception {
        run(deploy("beside", Step.BESIDE, ONE), deploy("away", Step.BEFORE, ONE))
                .lostNothing();
        run(deploy("beside", Step.BESIDE, ONE), deploy("release", Step.BESIDE, TWO), deploy("away", Step.BEFORE, TWO))
                .lostNothing();
    }

    /** The control: the listener stops forwarding before a host of the service is healthy. */
    @Test
    void theGroupAndTheServiceInOneDeployLosesRequests() throws Exception {
        Outcome outcome = run(deploy("at once", Step.AFTER, ONE));
        assertThat(outcome.report().totals().lost()).isPositive();
    }

    /** The group serves alone first. */
    private Outcome run(Leg... legs) throws IOException, InterruptedException {
        List<Leg> all = new ArrayList<>(List.of(deploy("before", Step.BEFORE, ONE)));
        for (Leg leg : legs) {
            all.add(leg);
            all.add(new Leg.Unchanged("every node knows", Duration.ofMinutes(2)));
        }
        return new ExampleRun("one-group", "shop").run(ExampleRun.usual(), all.toArray(Leg[]::new));
    }

    private Leg.Deploy deploy(String name, Step step, String release) throws IOException {
        String text = new OneGroupTemplates(out).text(step, release);
        return new Leg.Deploy(name, TemplatesOfTheApp.parsed(text, name), Optional.empty());
    }
}
