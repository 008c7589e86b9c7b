package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.elb.ModelledNetwork;
import io.teal.release.port.AutoScalingGroup;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Auto Scaling says of a group that changes. */
class GroupApiTest {
    private static final String NAME = "blue";
    private static final FleetModel FLEET = new FleetModel(
            "BlueFleet",
            new FleetModel.GroupSize(0, 4, OptionalInt.of(2)),
            List.of("G"),
            new FleetModel.ReleaseTags("blue", "1.0.0"),
            "1",
            Optional.empty(),
            FleetModel.HealthCheckUse.NONE);

    private final World world = World.virtual();
    private final GroupApi api = new GroupApi(world.fleets);

    @AfterEach
    void end() {
        world.close();
    }

    private void create(LocalAutoScaling fleets, GroupApi known) {
        known.know(FLEET.id(), new GroupDescription(NAME, "1"));
        fleets.create(FLEET);
    }

    @Test
    void aHostThatTerminatesIsNotInService() {
        create(world.fleets, api);
        world.await(() -> world.fleets.fleet(FLEET.id()).orElseThrow().ready());
        assertThat(api.describe(NAME).orElseThrow().instances()).containsExactly("h1", "h2");
        api.resize(NAME, 1);
        assertThat(api.describe(NAME).orElseThrow().instances()).containsExactly("h2");
        assertThat(api.hostTags(NAME)).containsOnlyKeys("h2");
        assertThat(world.balancer.targets("G")).containsOnlyKeys("h1", "h2");
    }

    @Test
    void aGroupWhoseDeletionIsInProgressIsNoGroup() {
        create(world.fleets, api);
        world.await(() -> world.fleets.fleet(FLEET.id()).orElseThrow().ready());
        world.fleets.startDelete(FLEET.id());
        assertThat(api.describe(NAME)).isEmpty();
        assertThat(world.fleets.all()).hasSize(1);
    }

    @Test
    void aLaunchThatEc2RefusesIsToldAndTriedAgain() {
        FullZone full =
                new FullZone(new ModelledMachines(new ModelledNetwork(world.timers), world.timers, 1, Map.of()));
        try (LocalAutoScaling fleets = new LocalAutoScaling(full, world.balancer, world.timers, new Workload(1, 1))) {
            GroupApi own = new GroupApi(fleets);
            own.know(FLEET.id(), new GroupDescription(NAME, "1"));
            fleets.create(alone());
            world.pass(Duration.ofMinutes(2));
            assertThat(own.describe(NAME).map(AutoScalingGroup::instances)).hasValue(List.of());
            assertThat(own.failedLaunches(NAME, at -> at))
                    .hasSizeGreaterThan(2)
                    .allMatch(one ->
                            one.status().equals("Failed") && one.message().equals("the zone is full"));
            full.isFull = false;
            world.pass(Duration.ofMinutes(1));
            assertThat(own.describe(NAME).orElseThrow().instances()).hasSize(2);
        }
    }

    /** Behind no load balancer. */
    private static FleetModel alone() {
        return new FleetModel(
                FLEET.id(), FLEET.size(), List.of(), FLEET.release(), "1", Optional.empty(), FLEET.care());
    }

    private static final class FullZone implements Machines {
        private final Machines machines;
        private boolean isFull = true;

        FullZone(Machines machines) {
            this.machines = machines;
        }

        @Override
        public Optional<String> refusal(FleetModel fleet, int zone) {
            return isFull ? Optional.of("the zone is full") : Optional.empty();
        }

        @Override
        public Machine boot(String id, FleetModel fleet, int zone) {
            return machines.boot(id, fleet, zone);
        }

        @Override
        public String lastWords(Collection<String> hosts) {
            return machines.lastWords(hosts);
        }

        @Override
        public List<String> printed(String host, int most) {
            return machines.printed(host, most);
        }
    }
}
