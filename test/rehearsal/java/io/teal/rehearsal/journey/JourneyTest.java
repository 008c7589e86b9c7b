package io.teal.rehearsal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.TealLike;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.elb.ListenerModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JourneyTest {
    private static final StackModel BLUE = TealLike.model("blue", "1.0.0", "");
    private static final StackModel BOTH = TealLike.model("blue", "1.0.0", "2.0.0");
    private static final StackModel PROMOTED = TealLike.model("green", "1.0.0", "2.0.0");
    private static final StackModel RETIRED = TealLike.model("green", "", "2.0.0");
    private static final ListenerModel PRODUCTION = ProductionListener.of(BLUE, Optional.empty());

    @Test
    void productionIsTheListenerThatForwardsToMostGroups() {
        assertThat(PRODUCTION.id()).isEqualTo("Production");
        assertThat(ProductionListener.of(BLUE, Optional.of("8082")).id()).isEqualTo("GreenPreview");
        assertThatThrownBy(() -> ProductionListener.of(BLUE, Optional.of("443")))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("--listener must name one of BluePreview (port 8081), GreenPreview (port 8082)")
                .hasMessageEndingWith("got 443");
    }

    @Test
    void aStartIsWaitedForAndAMoveOfTrafficIsHeld() {
        List<RehearsedRelease> releases = List.of(
                new RehearsedRelease("first", BLUE),
                new RehearsedRelease("start", BOTH),
                new RehearsedRelease("promote", PROMOTED),
                new RehearsedRelease("retire", RETIRED));
        Journey journey = Journey.of("test", releases, PRODUCTION, true);
        assertThat(journey.legs())
                .extracting(Leg::name)
                .containsExactly(
                        "first",
                        "wait for health",
                        "baseline",
                        "start",
                        "wait for health",
                        "promote",
                        "hold",
                        "retire",
                        "after");
        assertThat(journey.legs().get(6)).isEqualTo(new Leg.Unchanged("hold", Duration.ofSeconds(240)));
    }

    @Test
    void withoutWaitingOnlyTheFirstDeployIsWaitedFor() {
        Journey journey = Journey.of(
                "test", List.of(new RehearsedRelease("a", BLUE), new RehearsedRelease("b", BOTH)), PRODUCTION, false);
        assertThat(journey.legs())
                .extracting(Leg::name)
                .containsExactly("a", "wait for health", "baseline", "b", "after");
    }

    @Test
    void startAndPromoteInOneReleaseIsRefused() {
        List<RehearsedRelease> split = List.of(
                new RehearsedRelease("a", BLUE), new RehearsedRelease("b", BOTH), new RehearsedRelease("c", PROMOTED));
        SplitReleases.require(split, PRODUCTION);
        List<RehearsedRelease> joined = List.of(new RehearsedRelease("a", BLUE), new RehearsedRelease("b", PROMOTED));
        assertThatThrownBy(() -> SplitReleases.require(joined, PRODUCTION))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("b starts green and gives it traffic in one deploy");
    }
}
