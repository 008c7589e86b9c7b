package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.autoscaling.Schedule;

/** A service whose colour without traffic is small. */
class StandbyTest {
    private static final CutoverOptions ONE_HOST =
            CutoverOptions.builder().standbyCapacity(1).build();
    private static final String BLUE = "OrdersBlueGroupASG";
    private static final String GREEN = "OrdersGreenGroupASG";

    private static SampleService by(CutoverOptions options, SampleService service) {
        return service.with((stack, props) -> props.cutover(options));
    }

    @Test
    void theColourThatIsNotActiveMayHaveFewerHosts() {
        SynthTemplate blue = by(ONE_HOST, SampleService.both()).synth();
        assertThat(blue.properties(BLUE)).containsEntry("MinSize", "2");
        assertThat(blue.properties(GREEN)).containsEntry("MinSize", "1");
        Release promoted = Release.first(Color.BLUE, SampleService.ONE)
                .start(SampleService.TWO)
                .promote();
        SynthTemplate green = by(ONE_HOST, SampleService.of(promoted)).synth();
        assertThat(green.properties(BLUE)).containsEntry("MinSize", "1");
        assertThat(green.properties(GREEN)).containsEntry("MinSize", "2");
        assertThat(by(ONE_HOST, SampleService.blueOnly()).synth().properties(BLUE))
                .containsEntry("MinSize", "2");
    }

    @Test
    void bothRunsAreToldAndOnlyWhereItIsSet() {
        SynthTemplate template = by(ONE_HOST, SampleService.both()).synth();
        for (String resource : new String[] {"OrdersCutoverPreflight", "OrdersCutoverShift"}) {
            assertThat(template.properties(resource)).containsEntry("StandbyCapacity", "1");
            assertThat(SampleService.both().synth().properties(resource)).doesNotContainKey("StandbyCapacity");
        }
    }

    @Test
    void noCommandGivesAllTrafficToAFleetOfFewHosts() {
        assertThat(SampleService.both().synth().outputs().keySet()).anyMatch(name -> name.contains("RollbackTo"));
        assertThat(by(ONE_HOST, SampleService.both()).synth().outputs().keySet())
                .noneMatch(name -> name.contains("RollbackTo"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void fewerThanOneHostAndMoreThanTheMinimumAreRefused(int hosts) {
        CutoverOptions options = CutoverOptions.builder().standbyCapacity(hosts).build();
        assertThatThrownBy(() -> by(options, SampleService.both()).synth())
                .hasMessage("standbyCapacity must be from 1 to minCapacity 2, got " + hosts);
    }

    @Test
    void aRolloutWhichLeavesAStandbyNoHostsIsRefused() {
        CutoverOptions rollout = CutoverOptions.builder()
                .strategy(Strategy.parse("rollout:50%,5m"))
                .standbyCapacity(1)
                .build();
        assertThatThrownBy(() -> by(rollout, SampleService.both()).synth())
                .hasMessageEndingWith("at 1, and strategy rollout:50%,5m leaves it none");
    }

    @Test
    void nightsAreRefused() {
        SampleService service = by(ONE_HOST, SampleService.both())
                .fleet(fleet -> fleet.schedules(
                        FleetSchedule.at("Morning", Schedule.expression("0 7 * * *"), 2),
                        FleetSchedule.at("Night", Schedule.expression("0 20 * * *"), 0)));
        assertThatThrownBy(service::synth).hasMessageEndingWith("and a schedule takes all hosts away");
    }

    @Test
    void versionsThatCodeDeployInstallsAreRefused() {
        assertThatThrownBy(
                        () -> by(ONE_HOST, SampleService.both().codeDeploy(0)).synth())
                .hasMessageEndingWith("and CodeDeploy installs on hosts that are there");
    }

    @Test
    void hostsThatBothColorsShareAreRefused() {
        assertThatThrownBy(() -> SampleHosts.service(SampleHosts.BLUE, props -> props.cutover(ONE_HOST)))
                .hasMessageEndingWith("and both colours share their hosts");
    }
}
