package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.AwsException;
import java.time.Duration;
import java.util.List;
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
    void aGroupThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> api.resize(NAME, 1)).satisfies(GroupApiTest::isNoGroup);
        assertThatThrownBy(() -> api.tag(NAME, "a", "b")).satisfies(GroupApiTest::isNoGroup);
        assertThatThrownBy(() -> api.failedLaunches(NAME, at -> at)).satisfies(GroupApiTest::isNoGroup);
    }

    private static void isNoGroup(Throwable refused) {
        assertThat(((AwsException) refused).code()).isEqualTo("ValidationError");
        assertThat(refused).hasMessage("AutoScalingGroup name not found - AutoScalingGroup 'blue' not found");
    }

    @Test
    void aLaunchThatEc2RefusesIsToldAndTriedAgain() {
        world.zones.areFull(true);
        create(world.fleets, api);
        world.pass(Duration.ofMinutes(2));
        assertThat(api.describe(NAME).map(AutoScalingGroup::instances)).hasValue(List.of());
        assertThat(api.failedLaunches(NAME, at -> at))
                .hasSizeGreaterThan(2)
                .allMatch(one -> one.status().equals("Failed") && one.message().equals("the zone is full"));
        world.zones.areFull(false);
        world.pass(Duration.ofMinutes(1));
        assertThat(api.describe(NAME).orElseThrow().instances()).hasSize(2);
    }
}
