package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.JourneyPlanner;
import io.teal.rehearsal.journey.Source;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.QuietProgress;
import io.teal.rehearsal.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Designs of others, which lose requests where AWS would; on the virtual clock. */
class OthersTest {
    /** With some seeds the load balancer's nodes hear of new weights so late that hosts have booted by luck. */
    private static final int SEEDS = 5;

    private static final int RATE = 20;
    private static final Path EXAMPLES = Path.of("examples");

    @ParameterizedTest
    @CsvSource({
        "hand-made/1.json, hand-made/2.json",
        "hand-made/1.json, others/depends-on-2.json",
        "others/one-apply-1.json, others/one-apply-2.json"
    })
    void loses(String before, String after) throws Exception {
        Source source =
                Source.TemplateFiles.of(List.of(EXAMPLES.resolve(before), EXAMPLES.resolve(after)), List.of(), true);
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = QuietProgress.line()) {
            Journey journey = new JourneyPlanner(Map.of(), Optional.empty(), processes, progress)
                    .plan(source)
                    .journey();
            List<Report.Loss> losses = new ArrayList<>();
            for (int seed = 1; seed <= SEEDS; seed++) {
                RehearsalSettings settings = new RehearsalSettings(RATE, new Timescale(1), seed, Optional.empty(), "/");
                losses.addAll(Rehearsal.modelled(journey, settings, progress).losses());
            }
            assertThat(losses).isNotEmpty().anyMatch(loss -> loss.cause().startsWith("50"));
        }
    }
}
