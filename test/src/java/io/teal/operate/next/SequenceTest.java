package io.teal.operate.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.IllegalTransitionException;
import io.teal.release.Release;
import io.teal.release.Strategy;
import io.teal.release.Version;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A strategy that is too long for one deploy, as several. */
class SequenceTest {
    private static final Version ONE = Version.of("1.0.0");
    private static final Version TWO = Version.of("2.0.0");
    private static final Release ALONE = Release.first(Color.BLUE, ONE);

    @ParameterizedTest
    @ValueSource(strings = {"linear:10%,30m", "linear:33%,2h", "canary:1%,24h", "linear:99%,1h"})
    void everySharesRisesAndTheLastDeployPromotes(String strategy) {
        List<Release> releases = sequence(ALONE, strategy).releases();
        List<Integer> green =
                releases.stream().map(release -> release.weight(Color.GREEN)).toList();
        assertThat(green).isSorted().doesNotHaveDuplicates().endsWith(100);
        assertThat(releases.get(releases.size() - 1)).isEqualTo(ALONE.start(TWO).promote());
    }

    @Test
    void anEmptyColourIsStartedByTheDeployThatGivesItItsFirstShare() {
        assertThat(sequence(ALONE, "canary:10%,3h").releases())
                .containsExactly(ALONE.start(TWO).rest(10), ALONE.start(TWO).promote());
    }

    @Test
    void whatRunsOnTheOtherColourIsReplacedBeforeItIsGivenTraffic() {
        Release standby = ALONE.start(Version.of("0.9.0"));
        assertThat(sequence(standby, "canary:10%,3h").releases())
                .containsExactly(
                        standby.start(TWO),
                        standby.start(TWO).rest(10),
                        standby.start(TWO).promote());
    }

    @Test
    void aShareThatRestsAlreadyIsWhereItGoesOn() {
        Release resting = ALONE.start(TWO).rest(20);
        assertThat(sequence(resting, "linear:20%,1h").releases())
                .extracting(release -> release.weight(Color.GREEN))
                .containsExactly(40, 60, 80, 100);
    }

    @Test
    void anOtherVersionThatHasAShareIsNotReplaced() {
        Sequence sequence = sequence(ALONE.start(Version.of("1.5.0")).rest(10), "canary:10%,3h");
        assertThatThrownBy(sequence::releases).isInstanceOf(IllegalTransitionException.class);
    }

    @Test
    void theActiveVersionNeedsNoDeploy() {
        Sequence sequence = sequence(Release.first(Color.BLUE, TWO), "canary:10%,3h");
        assertThatThrownBy(sequence::releases).hasMessage("blue is active and runs 2.0.0 already");
    }

    @Test
    void allAtOnceIsNoSequence() {
        assertThatThrownBy(() -> sequence(ALONE, "all-at-once")).hasMessage("all-at-once is one deploy, not several");
    }

    @Test
    void eachShareIsHeldAsLongAsTheStrategySays() {
        assertThat(sequence(ALONE, "linear:10%,30m").hold()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aCommandThatFailsEndsTheSequence() {
        List<String> commands = new SequenceText(sequence(ALONE, "linear:25%,1h"), new DeployCommands.ByFlags(""))
                .lines().stream()
                        .filter(line -> !line.startsWith("#") && !line.isBlank() && !line.endsWith("\\"))
                        .toList();
        assertThat(commands.subList(0, commands.size() - 1)).allMatch(line -> line.endsWith(" &&"));
        assertThat(commands.get(commands.size() - 1)).doesNotEndWith("&&");
    }

    @Test
    void theFlagsOfOneServiceStayItsFlags() {
        PresentFlags flags = PresentFlags.of(Map.of("prod/orders.activeColor", "blue", "prod/orders.version", "1.0.0"));
        assertThat(flags.scope()).isEqualTo("prod/orders.");
        assertThat(flags.request().release().version(Color.BLUE)).contains(ONE);
    }

    @Test
    void whatIsNoFlagAndFlagsOfTwoServicesAreRefused() {
        assertThatThrownBy(() -> PresentFlags.of(Map.of("activecolor", "blue")))
                .hasMessage("'activecolor' is no release flag");
        assertThatThrownBy(() -> PresentFlags.of(Map.of("orders.activeColor", "blue", "version", "1.0.0")))
                .hasMessageStartingWith("these are flags of several services");
    }

    private static Sequence sequence(Release now, String strategy) {
        return new Sequence(now, TWO, Strategy.parse(strategy));
    }
}
