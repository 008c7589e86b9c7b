package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Rehearsed;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.JourneyPlanner;
import io.teal.rehearsal.journey.Source;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.Report;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Designs of others, which lose requests where AWS would. */
@Rehearsed
class OthersTest {
    private static final Path EXAMPLES = Path.of("examples");

    @ParameterizedTest
    @CsvSource({
        "hand-made/1.json, hand-made/2.json",
        "hand-made/1.json, others/depends-on-2.json",
        "others/one-apply-1.json, others/one-apply-2.json"
    })
    void loses(String before, String after) throws Exception {
        Source source = new Source.TemplateFiles(List.of(EXAMPLES.resolve(before), EXAMPLES.resolve(after)), true);
        RehearsalSettings settings = new RehearsalSettings(200, new Timescale(200), 1, Optional.empty(), "/");
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = new ProgressLine(new PrintWriter(Writer.nullWriter()), false)) {
            Journey journey = new JourneyPlanner(Map.of(), Optional.empty(), processes, progress)
                    .plan(source)
                    .journey();
            Report report = Rehearsal.run(journey, settings, processes, progress);
            assertThat(report.invalid()).isEmpty();
            assertThat(report.totals().lost()).isPositive();
            assertThat(report.losses()).anyMatch(loss -> loss.cause().startsWith("50"));
        }
    }
}
