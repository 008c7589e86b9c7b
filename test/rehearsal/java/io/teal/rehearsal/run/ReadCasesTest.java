package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.journey.JourneyPlanner;
import io.teal.rehearsal.journey.Source;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.QuietProgress;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that real use came up with, by number: what is read of them, on the virtual clock. */
class ReadCasesTest {
    private static final Path CASES = Path.of("test/rehearsal/resources/cases");
    private static final Map<String, String> NOTHING = Map.of();

    @ParameterizedTest
    @ValueSource(strings = {"01", "06", "09", "12", "18-nested", "18b", "26", "50"})
    void twoReleasesAreReadAndTheSecondServesInTheEnd(String number) throws Exception {
        Report report = report(number, NOTHING);
        List<Report.Phase> phases = report.phases();
        assertThat(versions(phases.get(2))).hasSize(1);
        assertThat(versions(phases.get(phases.size() - 1)))
                .hasSize(1)
                .doesNotContainAnyElementsOf(versions(phases.get(2)));
        assertThat(report.run().released()).isTrue();
    }

    @Test
    void case03AConditionOnAParameterWithoutValueIsRefused() throws Exception {
        assertRefused("03", NOTHING, "condition Large needs parameter Stage", "--parameter Stage=...");
        assertThat(hosts(report("03", Map.of("Stage", "prod")))).isEqualTo(6);
        assertThat(hosts(report("03", Map.of("Stage", "test")))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Shaer | 50     | no parameter Shaer
                    Stage | banana | must be one of test, prod
                    Share | 5000   | MinValue and MaxValue
                    """)
    void case05ParametersAreCheckedAgainstTheTemplate(String name, String value, String message) {
        assertRefused("05", Map.of(name, value), message, "");
    }

    @Test
    void case12AnAlarmThatNoReleaseAsksIsListed() throws Exception {
        assertThat(report("12", NOTHING).noPart()).containsKey("AWS::CloudWatch::Alarm that no release asks");
    }

    @Test
    void case13WhatTheDemoServiceCannotAnswerIsRefusedBeforeTheStart() {
        assertRefused("13", NOTHING, "the health check of Group wants 302", "--command");
    }

    @ParameterizedTest
    @CsvSource({"18-nested, 'Dashboard, a nested stack'", "18b, Cleaner (Custom::Cleaner)"})
    void case18WhatStandsBesideTheReleaseIsNamed(String number, String named) throws Exception {
        assertThat(report(number, NOTHING).run().remarks())
                .anyMatch(remark -> remark.line().startsWith("not judged: ")
                        && remark.line().contains(named));
    }

    @Test
    void case36AParameterOfSystemsManagerIsItsValueAndNotItsName() throws Exception {
        assertRefused("36", NOTHING, "condition Green needs parameter Phase", "--parameter Phase=...");
        assertThat(hosts(report("36", Map.of("Phase", "blue")))).isPositive();
    }

    @Test
    void case41AReleaseIsAnotherValueOfAParameter() throws Exception {
        Path file = folder("41").resolve("template.json");
        List<Map<String, String>> values = List.of(Map.of("Image", "ami-1"), Map.of("Image", "ami-2"));
        Report report = report(Source.TemplateFiles.of(List.of(file), values, true), NOTHING);
        assertThat(report.phases()).extracting(Report.Phase::name).contains("Image=ami-1", "Image=ami-2");
        assertThat(versions(report.phases().get(report.phases().size() - 1)))
                .doesNotContainAnyElementsOf(versions(report.phases().get(2)));
        assertThat(report.run().released()).isTrue();
    }

    private static void assertRefused(String number, Map<String, String> parameters, String message, String hint) {
        assertThatThrownBy(() -> report(number, parameters))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(message)
                .extracting(error -> ((BadInputException) error).hint())
                .asString()
                .contains(hint);
    }

    private static Set<String> versions(Report.Phase phase) {
        Set<String> versions = new TreeSet<>();
        phase.fleets()
                .forEach(fleet -> fleet.requests().forEach((version, count) -> {
                    if (count > 0) {
                        versions.add(version);
                    }
                }));
        return versions;
    }

    private static int hosts(Report report) {
        return report.phases().get(2).fleets().get(0).desired();
    }

    private static Report report(String number, Map<String, String> parameters) throws Exception {
        Path folder = folder(number);
        String kind = Files.exists(folder.resolve("a.yaml")) ? ".yaml" : ".json";
        List<Path> files = List.of(folder.resolve("a" + kind), folder.resolve("b" + kind));
        return report(Source.TemplateFiles.of(files, List.of(), true), parameters);
    }

    private static Report report(Source source, Map<String, String> parameters) throws Exception {
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = QuietProgress.line()) {
            RehearsalSettings settings = new RehearsalSettings(20, new Timescale(1), 1, Optional.empty(), "/");
            return Rehearsal.modelled(
                    new JourneyPlanner(parameters, Optional.empty(), processes, progress)
                            .plan(source)
                            .journey(),
                    settings,
                    progress);
        }
    }

    private static Path folder(String number) throws IOException {
        String beginning = number.contains("-") ? number : number + "-";
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.filter(one -> one.getFileName().toString().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
