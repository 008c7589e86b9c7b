package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Strategy;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;

/** A service whose capacity follows its traffic. */
class RolloutTest {
    private static final CutoverOptions BY_HALF =
            CutoverOptions.builder().strategy(Strategy.parse("rollout:50%,5m")).build();
    private static final String PREFLIGHT = "OrdersCutoverPreflight";

    private static SampleService by(CutoverOptions options, SampleService service) {
        return service.with((stack, props) -> props.cutover(options));
    }

    @Test
    void eitherOfTwoFleetsMayBeLeftWithoutHostsAndOneAloneKeepsTheMinimum() {
        SynthTemplate both = by(BY_HALF, SampleService.both()).synth();
        assertThat(both.properties("OrdersBlueGroupASG")).containsEntry("MinSize", "0");
        assertThat(both.properties("OrdersGreenGroupASG")).containsEntry("MinSize", "0");
        assertThat(by(BY_HALF, SampleService.blueOnly()).synth().properties("OrdersBlueGroupASG"))
                .containsEntry("MinSize", "2");
        SynthTemplate other = SampleService.both().synth();
        assertThat(other.properties("OrdersBlueGroupASG")).containsEntry("MinSize", "2");
        assertThat(other.properties(PREFLIGHT)).doesNotContainKey("MinCapacity");
    }

    @Test
    void theRunsAreToldTheMinimumThatTheGroupsNoLongerHave() {
        SynthTemplate template = by(BY_HALF, SampleService.both()).synth();
        assertThat(template.properties(PREFLIGHT)).containsEntry("MinCapacity", "2");
        assertThat(template.properties("OrdersCutoverShift")).containsEntry("MinCapacity", "2");
    }

    @Test
    void noCommandGivesAllTrafficToAFleetThatMayHaveFewHosts() {
        assertThat(SampleService.both().synth().outputs().keySet()).anyMatch(name -> name.contains("RollbackTo"));
        assertThat(by(BY_HALF, SampleService.both()).synth().outputs().keySet())
                .noneMatch(name -> name.contains("RollbackTo"));
    }

    @Test
    void aQuarterFitsIntoTheHourWithAShorterBootAndBake() {
        CutoverOptions.Builder quarter = CutoverOptions.builder().strategy(Strategy.parse("rollout:25%,5m"));
        assertThatThrownBy(() -> by(quarter.build(), SampleService.both()).synth())
                .hasMessageContaining("strategy rollout:25%,5m does not fit")
                .extracting(RefusalText::of, STRING)
                .contains("shorten boot, which each share counts, the bake or the steps, or take fewer steps");
        CutoverOptions shorter =
                quarter.boot(Duration.minutes(3)).bake(Duration.minutes(5)).build();
        assertThat(by(shorter, SampleService.both()).synth().properties(PREFLIGHT))
                .containsEntry("Strategy", "rollout:25%,5m");
    }

    @Test
    void aShareThatRestsIsRefused() {
        Release resting = Release.first(Color.BLUE, SampleService.ONE)
                .start(SampleService.TWO)
                .rest(10);
        assertThatThrownBy(() -> by(BY_HALF, SampleService.of(resting)).synth())
                .hasMessage(
                        "strategy rollout:50%,5m gives each colour the hosts of its share until all of it has moved,"
                                + " and candidatePercent 10 rests");
    }

    @Test
    void versionsThatCodeDeployInstallsAreRefused() {
        assertThatThrownBy(() -> by(BY_HALF, SampleService.both().codeDeploy(0)).synth())
                .hasMessageEndingWith("and CodeDeploy installs before there are any");
    }

    @Test
    void hostsThatBothColorsShareAreRefused() {
        assertThatThrownBy(() -> SampleHosts.service(SampleHosts.BLUE, props -> props.cutover(BY_HALF)))
                .hasMessageEndingWith("and both colours share their hosts");
    }
}
