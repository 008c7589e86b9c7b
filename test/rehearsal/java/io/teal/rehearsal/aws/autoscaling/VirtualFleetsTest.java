package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.aws.elb.TargetState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The same on the virtual clock, and when things happen. */
class VirtualFleetsTest extends FleetsTest {
    private static final Duration PENDING = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration HOUR = Duration.ofHours(1);

    VirtualFleetsTest() {
        super(World.virtual());
    }

    @Test
    void aHostIsPendingForTwentySecondsAndIsRegisteredWhenItBoots() {
        LocalAutoScalingGroup fleet = created(fleet(1, "1.0.0", false));
        world.pass(PENDING.minus(MOMENT));
        assertThat(fleet.hosts()).isEmpty();
        world.pass(MOMENT);
        assertThat(fleet.hosts()).extracting(Host::since).containsExactly(world.timers.instant());
        assertThat(world.balancer.targets("G")).containsEntry("h1", TargetState.INITIAL);
    }

    @Test
    void aHostThatLeavesStopsWhenItHasDrained() {
        LocalAutoScalingGroup fleet = ready(fleet(2, "1.0.0", false));
        Host leaves = fleet.hosts().get(0);
        CompletableFuture<Void> resized = fleet.resize(1);
        world.pass(World.DRAIN.minus(MOMENT));
        assertThat(world.balancer.targets("G")).containsEntry(leaves.id(), TargetState.DRAINING);
        assertThat(leaves.machine().isAlive()).isTrue();
        assertThat(resized).isNotDone();
        world.pass(MOMENT);
        assertThat(leaves.machine().isAlive()).isFalse();
        assertThat(fleet.hosts()).hasSize(1).doesNotContain(leaves);
        assertThat(resized).isDone();
    }

    @Test
    void aSmallerSizeWaitsForWhatIsBeingLaunched() {
        LocalAutoScalingGroup fleet = created(fleet(1, "1.0.0", false));
        fleet.resize(2);
        fleet.resize(1);
        world.pass(PENDING.plus(World.DRAIN).plus(MOMENT));
        assertThat(ids(fleet)).containsExactly("h2");
    }

    @Test
    void aHostThatTheHookRefusesStopsAndAnotherTakesItsZone() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        List<Host> asked = new ArrayList<>();
        fleets.hook(host -> {
            asked.add(host);
            return asked.size() == 1 ? answer : CompletableFuture.completedFuture(true);
        });
        LocalAutoScalingGroup fleet = created(fleet(1, "1.0.0", false));
        world.pass(HOUR);
        assertThat(fleet.hosts()).isEmpty();
        answer.complete(false);
        world.await(fleet::ready);
        assertThat(asked.get(0).machine().isAlive()).isFalse();
        assertThat(ids(fleet)).containsExactly("h2");
        assertThat(fleet.failedLaunches())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).startsWith("Instance h1 failed to complete"));
        assertThat(fleet.hosts()).extracting(Host::zone).containsExactly(0);
    }

    @Test
    void aHostIsKeptForItsGraceAndReplacedAtTheNextLook() {
        FleetModel.HealthCheckUse asks = new FleetModel.HealthCheckUse(true, Duration.ofSeconds(60));
        LocalAutoScalingGroup fleet = created(careful("F", World.NEVER_HEALTHY, asks));
        world.pass(Duration.ofSeconds(90).minus(MOMENT)); // the first look that is later than 20 + 60 s
        assertThat(fleet.staying()).hasSize(1);
        world.pass(MOMENT);
        assertThat(fleet.staying()).isEmpty();
        world.pass(PENDING);
        assertThat(ids(fleet)).containsExactly("h2");
    }

    @Test
    void aLostHostIsReplacedOnce() {
        LocalAutoScalingGroup fleet = ready(fleet(2, "1.0.0", false));
        fleets.lose("blue", 1);
        world.pass(HOUR);
        assertThat(fleets.launched()).hasSize(3);
        assertThat(fleet.hosts()).hasSize(2);
    }

    @Test
    void hostsThatAreNeverHealthyAreWaitedForAnHour() {
        LocalAutoScalingGroup fleet = created(fleet(1, World.NEVER_HEALTHY, false));
        Instant begun = world.timers.instant();
        assertThatThrownBy(fleet::awaitReady)
                .isInstanceOf(InvalidRunException.class)
                .hasMessage("0 of 1 hosts of F are healthy in time");
        assertThat(world.timers.since(begun)).isBetween(HOUR, HOUR.plusSeconds(5));
    }

    @Test
    void aHostThatHasExitedIsNotWaitedFor() {
        LocalAutoScalingGroup fleet = created(fleet(1, "1.0.0", false));
        world.pass(PENDING);
        fleet.hosts().get(0).machine().kill();
        Instant killed = world.timers.instant();
        assertThatThrownBy(fleet::awaitReady)
                .hasMessage("0 of 1 hosts of F are healthy, and the process of one has exited");
        assertThat(world.timers.since(killed)).isLessThan(PENDING);
    }

    @Test
    void nothingIsReplacedInAFleetThatIsDeleted() {
        LocalAutoScalingGroup fleet = ready(fleet(1, "1.0.0", false));
        fleet.resize(2);
        fleets.lose("blue", 1);
        fleets.startDelete("F");
        world.pass(HOUR);
        assertThat(fleets.all()).isEmpty();
        assertThat(fleets.launched()).hasSize(2);
        assertThat(world.balancer.targets("G")).isEmpty();
    }

    @Test
    void aHostThatIsLostWhileItIsBeingReplacedLeavesItsZoneOnce() {
        LocalAutoScalingGroup fleet = ready(fleet(1, "1.0.0", true));
        CompletableFuture<Void> update = fleets.startUpdate(fleet(1, "1.1.0", true), RefreshWatch.NOTHING);
        fleets.lose("blue", 1);
        world.timers.await(update);
        assertThat(ids(fleet)).doesNotContain("h1");
        fleet.resize(4);
        world.await(() -> fleet.hosts().size() == 4);
        assertThat(fleet.hosts()).extracting(Host::zone).containsExactlyInAnyOrder(0, 0, 1, 1);
    }

    @Test
    void nothingIsLaunchedForAFleetThatIsDeletedInsteadOfWhatItsHookRefuses() {
        fleets.hook(host -> CompletableFuture.completedFuture(false));
        created(fleet(1, "1.0.0", false));
        fleets.startDelete("F");
        world.pass(HOUR);
        assertThat(fleets.all()).isEmpty();
        assertThat(fleets.launched()).hasSize(1);
    }

    @Test
    void anIdleFleetIsScaledInAQuarterOfAnHourAfterItsLastChange() {
        LocalAutoScalingGroup fleet = created(fleet(1, "1.0.0", false));
        fleet.resize(3);
        fleets.track(new TrackingModel("shrinks", "F", 50, true));
        world.pass(Duration.ofMinutes(15).minus(MOMENT));
        assertThat(fleet.desired()).isEqualTo(3);
        world.pass(MOMENT);
        assertThat(fleet.desired()).isEqualTo(1);
    }

    @Test
    void afterTheEndNothingIsReplaced() {
        ready(fleet(2, "1.0.0", false));
        fleets.close();
        fleets.lose("blue", 1);
        world.pass(HOUR);
        assertThat(fleets.launched()).hasSize(2);
    }

    private LocalAutoScalingGroup created(FleetModel model) {
        fleets.create(model);
        return fleets.all().iterator().next();
    }

    private LocalAutoScalingGroup ready(FleetModel model) {
        LocalAutoScalingGroup fleet = created(model);
        fleet.awaitReady();
        return fleet;
    }
}
