package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What fleets do, on either clock. */
abstract class FleetsTest {
    final World world;
    final LocalAutoScaling fleets;

    FleetsTest(World world) {
        this.world = world;
        this.fleets = world.fleets;
    }

    @AfterEach
    void end() {
        world.close();
    }

    static FleetModel fleet(int min, String version, boolean replaces) {
        FleetModel.GroupSize size = new FleetModel.GroupSize(min, 4, OptionalInt.empty());
        Optional<HostUpdate> rolls = Optional.of(new RollingModel(1, min, Duration.ofMinutes(2), true, 100, Set.of()));
        return new FleetModel(
                "F",
                size,
                List.of("G"),
                new FleetModel.ReleaseTags("blue", version),
                version,
                rolls.filter(policy -> replaces),
                FleetModel.HealthCheckUse.NONE);
    }

    @Test
    void aHostListensAtEveryMomentOfARollingUpdateThatWaitsForSignals() {
        fleets.create(fleet(1, "1.0.0", true));
        LocalAutoScalingGroup fleet = ready();
        CompletableFuture<Void> update = fleets.startUpdate(fleet(1, "1.1.0", true), RefreshWatch.NOTHING);
        world.await(() -> {
            assertThat(fleet.staying()).anyMatch(host -> host.machine().listens());
            return update.isDone();
        });
        update.join();
        assertThat(fleet.hosts())
                .singleElement()
                .satisfies(host -> assertThat(host.fleet().release().version()).isEqualTo("1.1.0"));
    }

    @Test
    void withoutAnUpdatePolicyNothingIsReplacedAndAGrownSizeIsNotWaitedFor() {
        fleets.create(fleet(1, "1.0.0", false));
        LocalAutoScalingGroup fleet = ready();
        world.update(fleet(2, "1.1.0", false), RefreshWatch.NOTHING);
        assertThat(fleet.desired()).isEqualTo(2);
        assertThat(fleet.ready()).isFalse();
        world.await(fleet::ready);
        assertThat(fleets.launched().values())
                .extracting(model -> model.release().version())
                .containsExactlyInAnyOrder("1.0.0", "1.1.0");
    }

    @Test
    void aHostThatEc2LosesIsReplaced() {
        fleets.create(fleet(2, "1.0.0", false));
        LocalAutoScalingGroup fleet = ready();
        List<String> before = ids(fleet);
        fleets.lose("blue", 1);
        world.await(() -> fleet.hosts().stream().noneMatch(host -> host.id().equals(before.get(0))));
        world.await(() -> fleet.healthy() == 2);
        assertThat(ids(fleet)).contains(before.get(1)).doesNotContain(before.get(0));
        assertThat(fleet.desired()).isEqualTo(2);
    }

    @Test
    void afterAZoneIsLostHostsAreLaunchedInTheOtherOnly() {
        fleets.create(fleet(2, "1.0.0", false));
        LocalAutoScalingGroup fleet = ready();
        assertThat(fleet.hosts()).extracting(Host::zone).containsExactlyInAnyOrder(0, 1);
        fleets.loseZone(0);
        world.await(() -> fleet.hosts().stream().map(Host::zone).toList().equals(List.of(1, 1)));
    }

    @Test
    void anUnhealthyHostIsReplacedAfterItsGraceAndOnlyWhereTheLoadBalancerIsAsked() {
        FleetModel.HealthCheckUse asks = new FleetModel.HealthCheckUse(true, Duration.ofSeconds(60));
        fleets.create(careful("asks", World.NEVER_HEALTHY, asks));
        fleets.create(careful("does-not", World.NEVER_HEALTHY, FleetModel.HealthCheckUse.NONE));
        LocalAutoScalingGroup asking = fleets.called("blue").get(0);
        world.await(() -> asking.hosts().stream()
                .anyMatch(host -> !host.id().equals("h1") && !host.id().equals("h2")));
        assertThat(fleets.launched().values())
                .filteredOn(model -> model.id().equals("does-not"))
                .hasSize(1);
    }

    @Test
    void anIdleFleetIsScaledInUnlessItsPolicyMayNot() {
        fleets.create(fleet(1, "1.0.0", false));
        LocalAutoScalingGroup fleet = fleets.all().iterator().next();
        fleet.resize(3);
        world.await(fleet::ready);
        fleets.track(new TrackingModel("keeps", "F", 50, false));
        world.pass(Duration.ofMinutes(20));
        assertThat(fleet.desired()).isEqualTo(3);
        fleets.track(new TrackingModel("shrinks", "F", 50, true));
        world.await(() -> fleet.desired() == 1);
    }

    static FleetModel careful(String id, String version, FleetModel.HealthCheckUse care) {
        FleetModel.GroupSize size = new FleetModel.GroupSize(1, 4, OptionalInt.empty());
        return new FleetModel(
                id, size, List.of("G"), new FleetModel.ReleaseTags("blue", version), version, Optional.empty(), care);
    }

    static List<String> ids(LocalAutoScalingGroup fleet) {
        return fleet.hosts().stream().map(Host::id).toList();
    }

    private LocalAutoScalingGroup ready() {
        LocalAutoScalingGroup fleet = fleets.all().iterator().next();
        world.await(fleet::ready);
        return fleet;
    }
}
