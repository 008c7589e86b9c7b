package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.JourneyPlanner;
import io.teal.rehearsal.journey.Source;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.Findings;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.QuietProgress;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small templates that real use came up with, by their numbers: what is played of them; on the virtual clock. */
class PlayedCasesTest {
    private static final Path CASES = Path.of("test/rehearsal/resources/cases");

    @Test
    void case20ARevisionThatNothingInstallsNeverServed() throws Exception {
        Report report = report("20");
        assertThat(Findings.of(report)).first().asString().startsWith("the revision of Deploy never served");
        assertThat(report.run().released()).isFalse();
    }

    @Test
    void case22AnImageWithoutAnUpdatePolicyNeverServed() throws Exception {
        Report report = report("22");
        assertThat(Findings.of(report))
                .first()
                .asString()
                .endsWith(" never served: nothing replaced the hosts of Fleet");
        assertThat(report.run().remarks())
                .anyMatch(remark -> remark.line()
                        .startsWith("danger: what hosts of Fleet boot changes, and no update policy replaces them"));
        assertThat(report.clean()).isFalse();
    }

    @Test
    void case02ARollingUpdateThatKeepsNothingInServiceLosesRequests() throws Exception {
        assertThat(report("02").losses()).anyMatch(loss -> loss.cause().startsWith("50"));
    }

    @Test
    void case38ARollingUpdateWithoutRoomForASecondHostLosesRequests() throws Exception {
        assertThat(report("38").losses()).anyMatch(loss -> loss.cause().startsWith("50"));
    }

    @Test
    void case11ALifecycleHookOfTheGroupHoldsEachHostUntilItListens() throws Exception {
        assertThat(report("11").run().remarks())
                .anyMatch(remark -> remark.line()
                        .startsWith(
                                "simplified: lifecycle hook warm of Fleet is played as completed as soon as a host"));
    }

    @Test
    void case19SignalsAreSentByHostsThatListen() throws Exception {
        Report report = report("19");
        assertThat(report.losses()).isEmpty();
        assertThat(report.run().remarks())
                .anyMatch(remark -> remark.line().startsWith("simplified: cfn-signal of Fleet is played as a success"));
    }

    @Test
    void case21AReplacingUpdateEndsTheOldGroupBeforeTheNewOneServes() throws Exception {
        assertThat(report("21").losses()).anyMatch(loss -> loss.cause().startsWith("50"));
    }

    @Test
    void case27AnInstanceRefreshOfHalfTheGroupAtATimeLosesNothing() throws Exception {
        assertThat(report("27").clean()).isTrue();
    }

    @Test
    void case42AGroupThatIsNamedByItsVersionIsRefusedByName() {
        assertThatThrownBy(() -> report("42"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("AutoScalingGroupName");
    }

    @Test
    void case07ARuleThatForwardsTakesTheLoad() throws Exception {
        Report report = report("07");
        assertThat(last(report).requests()).isPositive();
        assertThat(last(report).fleets()).singleElement().satisfies(fleet -> {
            assertThat(fleet.weight()).isEqualTo(1);
            assertThat(fleet.requests().values()).anyMatch(count -> count > 0);
        });
    }

    @Test
    void case15WeightsInARuleAreHeldForAndShown() throws Exception {
        Report report = report("15");
        assertThat(report.losses()).isEmpty();
        assertThat(report.phases()).extracting(Report.Phase::name).contains("hold");
        assertThat(last(report).fleets()).extracting(Report.FleetLine::weight).containsExactly(0, 100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    14 | load_balancing.algorithm.type = least_outstanding_requests of Group is played as round_robin
                    16 | authenticate-oidc of Listener is played as passed by clients that are logged in
                    17 | load_balancing.cross_zone.enabled = false of Lb is played as true
                    24 | HealthCheckPort 9000 of Group is played as the port that requests go to
                    25 | ProtocolVersion HTTP2 of Group is played as HTTP/1.1 to the targets
                    """)
    void whatIsBesideTheReleaseIsPlayedMoreSimplyAndNamed(String number, String text) throws Exception {
        Report report = report(number);
        assertThat(report.totals().sent()).isPositive();
        assertThat(report.run().remarks()).anyMatch(remark -> remark.line().startsWith("simplified: " + text));
    }

    @Test
    void case37TwoListenersWithWeightsAreHeldFor() throws Exception {
        Report report = report("37", Optional.of("80"));
        assertThat(report.losses()).isEmpty();
        assertThat(last(report).fleets()).extracting(Report.FleetLine::weight).containsExactly(0, 100);
    }

    private static Report.Phase last(Report report) {
        return report.phases().get(report.phases().size() - 1);
    }

    private static Report report(String number) throws Exception {
        return report(number, Optional.empty());
    }

    private static Report report(String number, Optional<String> listener) throws Exception {
        Path folder = folder(number);
        Source source =
                Source.TemplateFiles.of(List.of(folder.resolve("a.json"), folder.resolve("b.json")), List.of(), true);
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = QuietProgress.line()) {
            Journey journey = new JourneyPlanner(Map.of(), listener, processes, progress)
                    .plan(source)
                    .journey();
            RehearsalSettings settings = new RehearsalSettings(20, new Timescale(1), 1, Optional.empty(), "/");
            return Rehearsal.modelled(journey, settings, progress);
        }
    }

    private static Path folder(String number) throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.filter(one -> one.getFileName().toString().startsWith(number + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
