package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same on the virtual clock, and how long it takes. */
class VirtualRefreshTest extends RefreshTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final RefreshWatch cancelled =
            new RefreshWatch(names -> Map.of(), () -> Optional.of("the update was cancelled"), said::add);

    private Instant begun;

    VirtualRefreshTest() {
        super(World.virtual());
    }

    private Duration update(String version, RefreshModel refresh) {
        begun = world.timers.instant();
        world.update(fleet(version, refresh), watch);
        return world.timers.since(begun);
    }

    private static RefreshModel waits(Duration warmUp, Duration bake) {
        return new RefreshModel(100, 200, List.of(), Duration.ZERO, warmUp, bake, true, List.of("Errors"));
    }

    @Test
    void itPausesAtEachCheckpointButTheLast() {
        serving(QUICK);
        Duration withoutPause = update("1.1.0", pauses(Duration.ZERO));
        said.clear();
        assertThat(update("1.2.0", pauses(HOUR)))
                .isBetween(HOUR, HOUR.plus(withoutPause).plusMinutes(1));
        assertThat(said).filteredOn(line -> line.contains("checkpoint")).hasSize(1);
    }

    private static RefreshModel pauses(Duration time) {
        return new RefreshModel(
                100, 200, List.of(50, 100), time, Duration.ZERO, Duration.ZERO, true, List.of("Errors"));
    }

    @Test
    void itBakesBeforeItIsDone() {
        serving(QUICK);
        Duration quick = update("1.1.0", QUICK);
        assertThat(update("1.2.0", waits(Duration.ZERO, HOUR)))
                .isBetween(HOUR, HOUR.plus(quick).plusMinutes(1));
    }

    @Test
    void anAlarmThatGoesOffWhileItBakesFailsIt() {
        LocalAutoScalingGroup fleet = serving(QUICK);
        RefreshWatch late = new RefreshWatch(
                names -> Map.of("Errors", said.toString().contains("bakes") ? "ALARM" : "OK"),
                Optional::empty,
                said::add);
        assertThatThrownBy(() -> world.update(fleet("1.1.0", waits(Duration.ZERO, HOUR)), late))
                .hasMessageContaining("alarm Errors is in state ALARM");
        assertThat(versions(fleet)).containsExactly("1.1.0", "1.1.0");
    }

    @Test
    void aHostCountsOnlyWhenItIsWarm() {
        serving(QUICK);
        assertThat(update("1.1.0", waits(HOUR.dividedBy(2), Duration.ZERO)))
                .isBetween(HOUR.dividedBy(2), HOUR.dividedBy(2).plusMinutes(1));
    }

    @Test
    void hostsThatAreNotHealthyWithinAnHourFailItAndTheOldOnesStay() {
        LocalAutoScalingGroup fleet = serving(QUICK);
        assertThatThrownBy(() -> update(World.NEVER_HEALTHY, QUICK))
                .hasMessage("the instance refresh of F failed: its hosts could not be replaced within an hour:"
                        + " 0 of 2 new hosts are healthy");
        assertThat(world.timers.since(begun)).isBetween(HOUR, HOUR.plusMinutes(1));
        assertThat(versions(fleet)).containsSubsequence("1.0.0", "1.0.0");
    }

    @Test
    void withoutSkippingAHostOfTheSameVersionIsReplacedToo() {
        LocalAutoScalingGroup fleet = failedHalfWay();
        List<Host> before = fleet.staying();
        update("1.0.0", checkpoints(List.of(), false));
        assertThat(fleet.staying()).doesNotContainAnyElementsOf(before).hasSize(2);
    }

    /** Two hosts of 2.0.0, and what two failed refreshes have left of 1.0.0. */
    private LocalAutoScalingGroup leftOver() {
        LocalAutoScalingGroup fleet = serving(QUICK);
        RefreshModel one = new RefreshModel(
                100, 150, List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO, true, List.of("Errors"));
        RefreshWatch second = new RefreshWatch(
                names -> Map.of("Errors", Collections.frequency(versions(fleet), "2.0.0") == 2 ? "ALARM" : "OK"),
                Optional::empty,
                said::add);
        assertThatThrownBy(() -> world.update(fleet("2.0.0", one), second)).isInstanceOf(RefreshFailure.class);
        assertThatThrownBy(() -> world.update(fleet("1.0.0", one), cancelled)).isInstanceOf(RefreshFailure.class);
        world.await(() -> fleet.staying().size() == 4);
        assertThat(versions(fleet)).containsExactly("1.0.0", "2.0.0", "2.0.0", "1.0.0");
        return fleet;
    }

    @Test
    void oldHostsThatFailedRefreshesHaveLeftLeave() {
        LocalAutoScalingGroup fleet = leftOver();
        world.pass(HOUR);
        update("2.0.0", QUICK);
        assertThat(versions(fleet)).containsExactly("2.0.0", "2.0.0");
    }

    @Test
    void newHostsThatAFailedRefreshHasLeftAreWaitedFor() {
        leftOver();
        Duration half = HOUR.dividedBy(2);
        assertThat(update("2.0.0", waits(half, Duration.ZERO))).isBetween(half.minusMinutes(2), half);
    }

    /** It was on its way when the refresh was cancelled, and nobody wants it when it has booted. */
    @Test
    void aNewHostThatBootsAfterTheWayBackLeaves() {
        LocalAutoScalingGroup fleet = serving(QUICK);
        assertThatThrownBy(() -> world.update(fleet("2.0.0", QUICK), cancelled)).isInstanceOf(RefreshFailure.class);
        world.update(fleet("1.0.0", QUICK), watch);
        world.pass(Duration.ofMinutes(5));
        assertThat(versions(fleet)).containsExactly("1.0.0", "1.0.0");
    }

    @Test
    void oldHostsLeaveBatchByBatchWhenTheirSuccessorsAreHealthy() {
        LocalAutoScalingGroup fleet = serving(QUICK);
        RefreshModel one = new RefreshModel(
                100, 150, List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO, true, List.of("Errors"));
        RefreshWatch counting = new RefreshWatch(
                names -> {
                    assertThat(fleet.healthy()).isGreaterThanOrEqualTo(2);
                    assertThat(fleet.staying()).hasSizeLessThanOrEqualTo(3);
                    return Map.of();
                },
                Optional::empty,
                said::add);
        world.update(fleet("1.1.0", one), counting);
        assertThat(versions(fleet)).containsExactly("1.1.0", "1.1.0");
    }

    @Test
    void aHostThatDoesNotServeLeavesBeforeThoseThatDo() {
        LocalAutoScalingGroup fleet = serving(QUICK);
        RefreshModel one = new RefreshModel(
                100, 150, List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO, true, List.of("Errors"));
        assertThatThrownBy(() -> update(World.NEVER_HEALTHY, one)).isInstanceOf(RefreshFailure.class);
        RefreshWatch counting = new RefreshWatch(
                names -> {
                    assertThat(fleet.healthy()).isGreaterThanOrEqualTo(2);
                    return Map.of();
                },
                Optional::empty,
                said::add);
        world.update(fleet("1.1.0", one), counting);
        assertThat(versions(fleet)).containsExactly("1.1.0", "1.1.0");
    }
}
