package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.JourneyPlanner;
import io.teal.rehearsal.journey.ParameterSets;
import io.teal.rehearsal.journey.Source;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.QuietProgress;
import io.teal.rehearsal.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A balancer in one stack and the service in another, nested stacks, and a rule of somebody else's listener. */
class SeveralStacksTest {
    private static final Path STACKS = Path.of("test/rehearsal/resources/stacks");
    private static final Path CASE = Path.of("test/rehearsal/resources/cases/08-target-group-of-another-stack");

    @TempDir
    private Path folder;

    @Test
    void case08AGroupRegistersInATargetGroupOfAnotherStack() throws Exception {
        Report report = report(
                templates(CASE, "lb=balancer.yaml", "service=a.json", "service=b.json"),
                Map.of("GroupArn", "lb.GroupArn"));
        assertReleased(report);
        assertThat(report.phases()).extracting(Report.Phase::name).anyMatch(name -> name.startsWith("service: "));
        assertReleased(report(
                templates(CASE, "lb=balancer.yaml", "service=a.json", "service=b.json"),
                Map.of("service_GroupArn", "lb.Group")));
    }

    @Test
    void case08WithoutTheOtherStackIsRefusedAndSaysHowToGiveIt() {
        assertThatThrownBy(() -> report(templates(CASE, "a.json", "b.json"), Map.of()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("has no listener that forwards to a target group")
                .extracting(error -> ((BadInputException) error).hint())
                .asString()
                .contains("--templates lb=");
    }

    @Test
    void whatOneStackExportsAnotherImports() throws Exception {
        assertReleased(report(
                templates(
                        List.of("", "Balancer=balancing", "Balancer=balancing Image=ami-2"),
                        "balancing=lb.yaml",
                        "app=importing.yaml",
                        "app=importing.yaml"),
                Map.of()));
    }

    @Test
    void anUpdateOfTheBalancersStackMovesTrafficBetweenTwoOthers() throws Exception {
        Report report = report(
                templates(
                        List.of("Weight=1", "Image=ami-1", "Image=ami-2 Which=other", "Weight=0 OtherWeight=1"),
                        "lb=lb.yaml",
                        "blue=importing.yaml",
                        "green=importing.yaml",
                        "lb=lb.yaml"),
                Map.of("Balancer", "lb"));
        assertReleased(report);
        assertThat(report.losses()).isEmpty();
        assertThat(report.phases()).extracting(Report.Phase::name).contains("hold");
    }

    @Test
    void nestedStacksArePlayedAndTheirFilesNamed() throws Exception {
        Report report = report(templates(List.of("", "Image=ami-2"), "nesting.yaml", "nesting.yaml"), Map.of());
        assertReleased(report);
        assertThat(report.phases().get(2).fleets())
                .singleElement()
                .satisfies(fleet -> assertThat(fleet.desired()).isEqualTo(2));
        assertThat(report.run().remarks())
                .anyMatch(remark -> remark.line().startsWith("not judged: whether Service, a nested stack, is "));
    }

    @Test
    void aRuleOfAListenerThatIsInNoTemplateIsPlayedAndItsHostAndPathAreAskedFor() throws Exception {
        Report report = report(templates(List.of("", "Image=ami-2"), "ruled.yaml", "ruled.yaml"), Map.of());
        assertReleased(report);
        assertThat(report.losses()).isEmpty();
        assertThat(report.run().remarks())
                .anyMatch(remark -> remark.line().startsWith("simplified: the listener parameter:ListenerArn"))
                .anyMatch(remark -> remark.line().contains("http://www.example.com/orders/"));
    }

    @Test
    void stacksOfAnAppAreUpdatedOneAfterTheOther() throws Exception {
        Files.createDirectories(folder.resolve("out"));
        for (Path file : List.of(STACKS.resolve("lb.yaml"), STACKS.resolve("importing.yaml"))) {
            Files.copy(file, folder.resolve("out").resolve(file.getFileName()));
        }
        Files.writeString(folder.resolve("out/manifest.json"), """
                {"artifacts": {
                  "Lb": {"type": "aws:cloudformation:stack", "displayName": "Lb (lb)",
                         "properties": {"templateFile": "lb.yaml"}},
                  "App": {"type": "aws:cloudformation:stack", "displayName": "Stage/App (app)",
                          "properties": {"templateFile": "importing.yaml"}}}}
                """);
        String app = "cp out/* $CDK_OUTDIR/ && image=$(echo $CDK_CONTEXT_JSON | sed 's/.*ami/ami/;s/\"}.*//') && "
                + "sed -i s/ami-1/$image/ $CDK_OUTDIR/importing.yaml";
        Files.writeString(folder.resolve("cdk.json"), "{\"app\": \"" + app.replace("\"", "\\\"") + "\"}");
        List<Source.FlagSet> flags = Stream.of("ami-1", "ami-2")
                .map(image -> new Source.FlagSet(image, Map.of("image", image)))
                .toList();
        assertReleased(report(
                new Source.App(folder, flags, List.of("Lb", "app"), Optional.empty()), Map.of("Balancer", "lb")));
    }

    private static void assertReleased(Report report) {
        List<Report.Phase> phases = report.phases();
        assertThat(versions(phases.get(2))).hasSize(1);
        assertThat(versions(phases.get(phases.size() - 1)))
                .hasSize(1)
                .doesNotContainAnyElementsOf(versions(phases.get(2)));
        assertThat(report.run().released()).isTrue();
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

    private static Source templates(Path folder, String... files) {
        return Source.TemplateFiles.of(paths(folder, files), List.of(), true);
    }

    /** Templates of {@link #STACKS}, with the parameters of each. */
    private static Source templates(List<String> parameters, String... files) {
        List<Map<String, String>> values = parameters.stream()
                .map(text -> text.isEmpty()
                        ? Map.<String, String>of()
                        : ParameterSets.of(List.of(text)).get(0))
                .toList();
        return Source.TemplateFiles.of(paths(STACKS, files), values, true);
    }

    private static List<Path> paths(Path folder, String... files) {
        return Stream.of(files)
                .map(file -> file.contains("=")
                        ? file.replace("=", "=" + folder + "/")
                        : folder.resolve(file).toString())
                .map(Path::of)
                .toList();
    }

    private static Report report(Source source, Map<String, String> parameters) throws Exception {
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = QuietProgress.line()) {
            Journey journey = new JourneyPlanner(parameters, Optional.empty(), processes, progress)
                    .plan(source)
                    .journey();
            RehearsalSettings settings = new RehearsalSettings(20, new Timescale(1), 1, Optional.empty(), "");
            return Rehearsal.modelled(journey, settings, progress);
        }
    }
}
