package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Rehearsed;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.elb.ActionModel;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.HealthCheck;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.Propagation;
import io.teal.rehearsal.aws.elb.StatusMatcher;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.process.ChildProcesses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@Rehearsed
class FleetsTest {
    private static final HealthCheck CHECK = new HealthCheck(
            "/health",
            new StatusMatcher("200"),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            new HealthCheck.Thresholds(2, 2));

    private final Timescale timescale = new Timescale(100);
    private final Balancer balancer = new Balancer(timescale, 1, Propagation.AT_ONCE);
    private ChildProcesses processes;
    private Launcher launcher;
    private LocalAutoScaling fleets;

    @BeforeEach
    void start() throws IOException {
        processes = new ChildProcesses();
        launcher = new Launcher(processes, Optional.empty(), Map.of("2.0.0", "NEVER_HEALTHY"));
        fleets = new LocalAutoScaling(launcher, balancer, timescale, 1000);
        balancer.putGroup(new TargetGroupModel("G", CHECK, Duration.ofSeconds(10)));
        balancer.putListener(
                new ListenerModel("L", 80, new ActionModel.Forward(List.of(new ActionModel.Share("G", 1)))));
    }

    @AfterEach
    void end() {
        fleets.close();
        balancer.close();
        processes.close();
    }

    private static FleetModel fleet(int min, String version, boolean replaces) {
        FleetModel.GroupSize size = new FleetModel.GroupSize(min, 4, OptionalInt.empty());
        return new FleetModel(
                "F",
                size,
                List.of("G"),
                new FleetModel.ReleaseTags("blue", version),
                version,
                replaces,
                FleetModel.HealthCheckUse.NONE);
    }

    @Test
    void newHostsAreHealthyBeforeOldOnesLeave() throws InterruptedException {
        fleets.create(fleet(1, "1.0.0", true));
        LocalAutoScalingGroup fleet = fleets.all().iterator().next();
        awaitReady(fleet);
        CompletableFuture<Void> update = CompletableFuture.runAsync(() -> update(fleet(1, "1.1.0", true)));
        int fewest = fleet.healthy();
        while (!update.isDone()) {
            fewest = Math.min(fewest, fleet.healthy());
        }
        update.join();
        assertThat(fewest).isEqualTo(1);
        assertThat(launcher.launched().get("h2").release().version()).isEqualTo("1.1.0");
        assertThat(fleet.healthy()).isEqualTo(1);
    }

    @Test
    void withoutAnUpdatePolicyNothingIsReplacedAndAGrownSizeIsNotWaitedFor() throws InterruptedException {
        fleets.create(fleet(1, "1.0.0", false));
        LocalAutoScalingGroup fleet = fleets.all().iterator().next();
        awaitReady(fleet);
        fleets.update(fleet(2, "1.1.0", false), RefreshWatch.NOTHING);
        assertThat(fleet.desired()).isEqualTo(2);
        assertThat(fleet.ready()).isFalse();
        awaitReady(fleet);
        assertThat(launcher.launched().values())
                .extracting(model -> model.release().version())
                .containsExactlyInAnyOrder("1.0.0", "1.1.0");
    }

    @Test
    void aHostThatEc2LosesIsReplaced() throws InterruptedException {
        fleets.create(fleet(2, "1.0.0", false));
        LocalAutoScalingGroup fleet = fleets.all().iterator().next();
        awaitReady(fleet);
        List<String> before = ids(fleet);
        fleets.lose("blue", 1);
        await(() -> fleet.hosts().stream().noneMatch(host -> host.id().equals(before.get(0))));
        await(() -> fleet.healthy() == 2);
        assertThat(ids(fleet)).contains(before.get(1)).doesNotContain(before.get(0));
        assertThat(fleet.desired()).isEqualTo(2);
    }

    @Test
    void afterAZoneIsLostHostsAreLaunchedInTheOtherOnly() throws InterruptedException {
        fleets.create(fleet(2, "1.0.0", false));
        LocalAutoScalingGroup fleet = fleets.all().iterator().next();
        awaitReady(fleet);
        assertThat(fleet.hosts()).extracting(Host::zone).containsExactlyInAnyOrder(0, 1);
        fleets.loseZone(0);
        await(() -> fleet.hosts().stream().map(Host::zone).toList().equals(List.of(1, 1)));
    }

    @Test
    void anUnhealthyHostIsReplacedAfterItsGraceAndOnlyWhereTheLoadBalancerIsAsked() throws InterruptedException {
        FleetModel.HealthCheckUse asks = new FleetModel.HealthCheckUse(true, Duration.ofSeconds(60));
        fleets.create(careful("asks", "2.0.0", asks));
        fleets.create(careful("does-not", "2.0.0", FleetModel.HealthCheckUse.NONE));
        LocalAutoScalingGroup asking = fleets.called("blue").get(0);
        await(() -> asking.hosts().stream()
                .anyMatch(host -> !host.id().equals("h1") && !host.id().equals("h2")));
        assertThat(launcher.launched().values())
                .filteredOn(model -> model.id().equals("does-not"))
                .hasSize(1);
    }

    @Test
    void anIdleFleetIsScaledInUnlessItsPolicyMayNot() throws InterruptedException {
        fleets.create(fleet(1, "1.0.0", false));
        LocalAutoScalingGroup fleet = fleets.all().iterator().next();
        fleet.resize(3);
        awaitReady(fleet);
        fleets.track(new TrackingModel("keeps", "F", 50, false));
        timescale.sleep(Duration.ofMinutes(20));
        assertThat(fleet.desired()).isEqualTo(3);
        fleets.track(new TrackingModel("shrinks", "F", 50, true));
        await(() -> fleet.desired() == 1);
    }

    private static FleetModel careful(String id, String version, FleetModel.HealthCheckUse care) {
        FleetModel.GroupSize size = new FleetModel.GroupSize(1, 4, OptionalInt.empty());
        return new FleetModel(
                id, size, List.of("G"), new FleetModel.ReleaseTags("blue", version), version, false, care);
    }

    private static List<String> ids(LocalAutoScalingGroup fleet) {
        return fleet.hosts().stream().map(Host::id).toList();
    }

    private static void await(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    private void update(FleetModel model) {
        try {
            fleets.update(model, RefreshWatch.NOTHING);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void awaitReady(LocalAutoScalingGroup fleet) throws InterruptedException {
        while (!fleet.ready()) {
            Thread.sleep(5);
        }
    }
}
