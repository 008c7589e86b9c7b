package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What does not wait for hosts that EC2 refuses to launch. */
class RefusedLaunchesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WHILE = Duration.ofMinutes(5);

    private final World world = World.virtual();
    private final Instant begun = world.timers.instant();
    private final RefreshWatch watch = new RefreshWatch(names -> Map.of(), this::cancelled, line -> {});
    private LocalAutoScalingGroup fleet;
    private Optional<String> cancelled = Optional.empty();

    private Optional<String> cancelled() {
        return cancelled;
    }

    private void full() {
        world.fleets.create(RefreshTest.fleet("1.0.0", RefreshTest.QUICK));
        fleet = world.fleets.all().get(0);
        fleet.awaitReady();
        world.zones.areFull(true);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void aRefreshFailsAfterAnHour() {
        full();
        assertThatThrownBy(() -> world.update(RefreshTest.fleet("2.0.0", RefreshTest.QUICK), watch))
                .hasMessageEndingWith(": 0 of 2 new hosts are healthy");
        assertThat(world.timers.since(begun)).isBetween(HOUR, HOUR.plus(WHILE));
    }

    @Test
    void aRefreshIsCancelled() {
        full();
        world.timers.after(WHILE).thenRun(() -> cancelled = Optional.of("the update was cancelled"));
        assertThatThrownBy(() -> world.update(RefreshTest.fleet("2.0.0", RefreshTest.QUICK), watch))
                .hasMessageEndingWith("the update was cancelled");
        assertThat(world.timers.since(begun)).isLessThan(WHILE.multipliedBy(2));
    }

    /** The group wants none of them: its old hosts are still there. */
    @Test
    void whatARefreshCouldNotLaunchIsNotLaunchedAfterIt() {
        aRefreshIsCancelled();
        world.zones.areFull(false);
        world.pass(WHILE);
        assertThat(RefreshTest.versions(fleet)).containsExactly("1.0.0", "1.0.0");
    }

    @Test
    void aSmallerSizeIsThereAtOnce() {
        full();
        fleet.resize(4);
        world.pass(WHILE);
        assertThat(fleet.resize(3)).isDone();
        world.timers.await(fleet.resize(1));
        assertThat(fleet.staying()).hasSize(1);
        world.zones.areFull(false);
        world.pass(WHILE);
        assertThat(fleet.staying()).hasSize(1);
    }

    @Test
    void aLaunchIsTriedAgainAsTheGroupIsByThen() {
        full();
        fleet.resize(3);
        world.pass(WHILE);
        world.timers.await(world.fleets.startUpdate(policyless(), watch));
        world.zones.areFull(false);
        world.await(() -> fleet.staying().size() == 3);
        assertThat(RefreshTest.versions(fleet)).containsExactly("1.0.0", "1.0.0", "2.0.0");
    }

    private static FleetModel policyless() {
        FleetModel next = RefreshTest.fleet("2.0.0", RefreshTest.QUICK);
        return new FleetModel(
                next.id(), next.size(), next.groups(), next.release(), next.launch(), Optional.empty(), next.care());
    }
}
