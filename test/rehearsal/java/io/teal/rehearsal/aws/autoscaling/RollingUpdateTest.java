package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rolling and replacing updates by their numbers, on the virtual clock. */
class RollingUpdateTest {
    private static final Duration PENDING = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = World.virtual();
    private final LocalAutoScaling fleets = world.fleets;

    @AfterEach
    void end() {
        world.close();
    }

    private static RollingModel rolling(int batch, int inService) {
        return new RollingModel(batch, inService, Duration.ZERO, false, 100, Set.of());
    }

    private static RollingModel signalled(int batch, int inService) {
        return new RollingModel(batch, inService, Duration.ofMinutes(5), true, 100, Set.of());
    }

    private static FleetModel fleet(int max, String version, HostUpdate update, LaunchRules rules) {
        return new FleetModel(
                "F",
                new FleetModel.GroupSize(Math.min(2, max), max, OptionalInt.empty()),
                List.of("G"),
                new FleetModel.ReleaseTags("", version),
                version,
                Optional.of(update),
                FleetModel.HealthCheckUse.NONE,
                new TreeMap<>(),
                rules);
    }

    private LocalAutoScalingGroup serving(int max, HostUpdate update) {
        fleets.create(fleet(max, "1.0.0", update, LaunchRules.NONE));
        LocalAutoScalingGroup fleet = fleets.all().get(0);
        fleet.awaitReady();
        return fleet;
    }

    private CompletableFuture<Void> start(int max, String version, HostUpdate update) {
        return fleets.startUpdate(fleet(max, version, update, LaunchRules.NONE), RefreshWatch.NOTHING);
    }

    private static List<String> versions(LocalAutoScalingGroup fleet) {
        return fleet.staying().stream()
                .map(host -> host.fleet().release().version())
                .sorted()
                .toList();
    }

    @Test
    void aWholeBatchLeavesBeforeOthersRun() {
        LocalAutoScalingGroup fleet = serving(4, rolling(2, 0));
        CompletableFuture<Void> update = start(4, "1.1.0", rolling(2, 0));
        assertThat(fleet.staying()).isEmpty();
        world.timers.await(update);
        assertThat(versions(fleet)).containsExactly("1.1.0", "1.1.0");
    }

    @Test
    void oneAtATimeWithoutSignalsIsNotWaitedForUntilItListens() {
        LocalAutoScalingGroup fleet = serving(4, rolling(1, 1));
        start(4, "1.1.0", rolling(1, 1));
        assertThat(versions(fleet)).containsExactly("1.0.0");
        world.pass(PENDING.plus(MOMENT));
        assertThat(versions(fleet)).containsExactly("1.1.0");
        assertThat(fleet.staying()).noneMatch(host -> host.machine().listens());
    }

    @Test
    void thePauseIsWaitedForAfterEachBatch() {
        HostUpdate policy = new RollingModel(1, 1, Duration.ofMinutes(10), false, 100, Set.of());
        LocalAutoScalingGroup fleet = serving(4, policy);
        start(4, "1.1.0", policy);
        world.pass(Duration.ofMinutes(10));
        assertThat(versions(fleet)).containsExactly("1.0.0", "1.1.0");
        world.pass(PENDING.plus(MOMENT));
        assertThat(versions(fleet)).containsExactly("1.1.0");
    }

    @Test
    void whereThereIsRoomOthersAreLaunchedFirst() {
        LocalAutoScalingGroup fleet = serving(4, signalled(1, 2));
        CompletableFuture<Void> update = start(4, "1.1.0", signalled(1, 2));
        world.await(() -> {
            assertThat(fleet.staying().stream().filter(host -> host.machine().listens()))
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(fleet.staying()).hasSizeLessThanOrEqualTo(3);
            return update.isDone();
        });
        assertThat(versions(fleet)).containsExactly("1.1.0", "1.1.0");
    }

    @Test
    void withoutRoomForAnotherTheOnlyHostLeavesFirst() {
        LocalAutoScalingGroup fleet = serving(1, rolling(1, 0));
        start(1, "1.1.0", rolling(1, 0));
        assertThat(fleet.staying()).isEmpty();
    }

    @Test
    void asManyInServiceAsTheGroupMayHaveCannotBeUpdated() {
        serving(2, rolling(1, 2));
        CompletableFuture<Void> update = start(2, "1.1.0", rolling(1, 2));
        assertThatThrownBy(() -> world.timers.await(update))
                .isInstanceOf(RefreshFailure.class)
                .hasMessageContaining("MinInstancesInService 2 is not less than MaxSize 2");
    }

    @Test
    void withoutEnoughSignalsTheUpdateFails() {
        serving(4, signalled(1, 1));
        Instant begun = world.timers.instant();
        CompletableFuture<Void> update = start(4, World.NEVER_LISTENS, signalled(1, 1));
        assertThatThrownBy(() -> world.timers.await(update))
                .isInstanceOf(RefreshFailure.class)
                .hasMessage("the rolling update of F failed: received 0 of 1 signals within 300 s");
        assertThat(world.timers.since(begun)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void aReplacingUpdateKeepsTheOldGroupUntilEverythingIsDone() {
        LocalAutoScalingGroup fleet = serving(4, new ReplacingModel());
        world.timers.await(start(4, "1.1.0", new ReplacingModel()));
        assertThat(versions(fleet)).containsExactly("1.0.0", "1.0.0", "1.1.0", "1.1.0");
        world.timers.await(fleet.cleanUp());
        assertThat(versions(fleet)).containsExactly("1.1.0", "1.1.0");
    }

    @Test
    void aReplacingUpdateThatIsRolledBackReturnsToTheOldGroup() {
        LocalAutoScalingGroup fleet = serving(4, new ReplacingModel());
        List<Host> before = fleet.staying();
        world.timers.await(start(4, "1.1.0", new ReplacingModel()));
        world.timers.await(start(4, "1.0.0", new ReplacingModel()));
        assertThat(fleet.staying()).isEqualTo(before);
        world.timers.await(fleet.cleanUp());
        assertThat(fleet.staying()).isEqualTo(before);
    }

    @Test
    void aNewGroupIsCompleteWhenItsHostsHaveSignalled() {
        LaunchRules rules = new LaunchRules(Set.of(), List.of(), Optional.of(new SignalWait(2, Duration.ofMinutes(5))));
        fleets.create(fleet(4, "1.0.0", rolling(1, 0), rules));
        LocalAutoScalingGroup fleet = fleets.all().get(0);
        world.timers.await(fleet.whenSignalled());
        assertThat(fleet.staying()).hasSize(2).allMatch(host -> host.machine().listens());
    }

    @Test
    void aNewGroupWhoseHostsDoNotSignalFails() {
        LaunchRules rules = new LaunchRules(Set.of(), List.of(), Optional.of(new SignalWait(1, Duration.ofMinutes(5))));
        fleets.create(fleet(4, World.NEVER_LISTENS, rolling(1, 0), rules));
        CompletableFuture<Void> signalled = fleets.all().get(0).whenSignalled();
        assertThatThrownBy(() -> world.timers.await(signalled)).hasMessage("F received 0 of 1 signals within 300 s");
    }

    @Test
    void aHookHoldsAHostUntilItListensAndAbandonsOneThatNeverDoes() {
        LaunchRules rules = new LaunchRules(Set.of(), List.of(new LaunchHold(HOUR, false)), Optional.empty());
        fleets.create(fleet(1, "1.0.0", rolling(1, 0), rules));
        LocalAutoScalingGroup fleet = fleets.all().get(0);
        world.await(() -> !fleet.hosts().isEmpty());
        assertThat(fleet.hosts()).allMatch(host -> host.machine().listens());
        world.timers.await(fleets.startDelete("F"));
        fleets.create(fleet(1, World.NEVER_LISTENS, rolling(1, 0), rules));
        LocalAutoScalingGroup silent = fleets.all().get(0);
        world.pass(HOUR.plus(PENDING).plusSeconds(5));
        assertThat(silent.hosts()).isEmpty();
        assertThat(silent.failedLaunches()).hasSize(1);
    }

    @Test
    void unhealthyHostsAreNotReplacedWhileThatIsSuspended() {
        HostUpdate policy = new RollingModel(1, 1, HOUR, false, 100, Set.of("ReplaceUnhealthy"));
        LocalAutoScalingGroup fleet = serving(4, policy);
        CompletableFuture<Void> update = start(4, "1.1.0", policy);
        fleets.lose("F", 1);
        world.pass(Duration.ofMinutes(30));
        assertThat(fleet.staying()).anyMatch(host -> !host.machine().isAlive());
        world.timers.await(update);
        world.await(() -> fleet.staying().size() == 2
                && fleet.staying().stream().allMatch(host -> host.machine().isAlive()));
    }
}
