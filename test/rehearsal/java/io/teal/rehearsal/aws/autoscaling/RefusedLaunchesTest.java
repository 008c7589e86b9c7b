package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What does not wait for hosts that EC2 refuses to launch. */
class RefusedLaunchesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WHILE = Duration.ofMinutes(5);
    private static final RollingModel SIGNALLED = new RollingModel(1, 1, WHILE, true, 100, Set.of());

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
    void aRollingUpdateFailsWhenNoSignalComesInItsPause() {
        full();
        FleetModel next = launching("2.0.0", List.of(), Optional.of(SIGNALLED));
        assertThatThrownBy(() -> world.update(next, watch))
                .hasMessage("the rolling update of F failed: received 0 of 1 signals within 300 s");
        assertThat(world.timers.since(begun)).isLessThan(WHILE.multipliedBy(2));
    }

    @Test
    void aRollingUpdateWhoseHostsAHookAbandonsFailsToo() {
        full();
        world.zones.areFull(false);
        List<LaunchHold> holds = List.of(new LaunchHold(Duration.ofMinutes(1), false));
        FleetModel next = launching(World.NEVER_LISTENS, holds, Optional.of(SIGNALLED));
        assertThatThrownBy(() -> world.update(next, watch)).hasMessageContaining("received 0 of 1 signals");
        assertThat(world.timers.since(begun)).isLessThan(WHILE.multipliedBy(2));
    }

    @Test
    void aNewGroupFailsWhenItsTimeoutIsOver() {
        world.zones.areFull(true);
        FleetModel first = launching("1.0.0", List.of(), Optional.empty());
        world.fleets.create(first);
        assertThatThrownBy(() -> world.timers.await(world.fleets.all().get(0).whenSignalled()))
                .hasMessage("F received 0 of 2 signals within 300 s");
    }

    /** Its creation waits for signals of two. */
    private static FleetModel launching(String version, List<LaunchHold> holds, Optional<HostUpdate> update) {
        FleetModel like = RefreshTest.fleet(version, RefreshTest.QUICK);
        return new FleetModel(
                like.id(),
                like.size(),
                like.groups(),
                like.release(),
                like.launch(),
                update,
                like.care(),
                new TreeMap<>(),
                new LaunchRules(Set.of(), holds, Optional.of(new SignalWait(2, WHILE))));
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
