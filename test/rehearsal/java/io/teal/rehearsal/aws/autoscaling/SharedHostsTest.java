package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group whose hosts run both colours, on the virtual clock. */
class SharedHostsTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final World world = World.virtual();
    private final LocalAutoScaling fleets = world.fleets;
    private SharedHostGroup shared;

    @BeforeEach
    void create() {
        world.forward("G", "H");
        FleetModel model = new FleetModel(
                "S",
                new FleetModel.GroupSize(2, 4, OptionalInt.empty()),
                List.of("G", "H"),
                new FleetModel.ReleaseTags("", ""),
                "1",
                Optional.empty(),
                FleetModel.HealthCheckUse.NONE,
                new TreeMap<>(Map.of("blue", "1.0.0")),
                LaunchRules.NONE);
        fleets.create(model);
        shared = fleets.servers("S").orElseThrow();
    }

    @AfterEach
    void end() {
        world.close();
    }

    private Optional<String> install(Map<String, String> versions) {
        return world.timers.await(shared.startInstall(new TreeMap<>(versions)));
    }

    private int healthy(String color) {
        return fleets.called(color).stream()
                .mapToInt(LocalAutoScalingGroup::healthy)
                .sum();
    }

    @Test
    void anInstallationEndsWhenWhatItStartedIsHealthy() {
        assertThat(install(Map.of("blue", "1.0.0"))).isEmpty();
        assertThat(healthy("blue")).isEqualTo(2);
        assertThat(install(Map.of("blue", "1.0.0", "green", "1.1.0"))).isEmpty();
        assertThat(healthy("green")).isEqualTo(2);
        assertThat(fleets.launched()).hasSize(4);
    }

    @Test
    void anInstallationThatIsNotHealthyInAQuarterOfAnHourFailsAndIsTriedAgain() {
        Instant begun = world.timers.instant();
        Map<String, String> sick = Map.of("green", World.NEVER_HEALTHY);
        assertThat(install(sick)).hasValue("green is not healthy");
        assertThat(world.timers.since(begun)).isBetween(QUARTER, QUARTER.plusSeconds(5));
        assertThat(install(sick)).hasValue("green is not healthy");
        assertThat(fleets.launched()).hasSize(4);
    }

    @Test
    void aVersionThatChangesLeavesBeforeItsSuccessorStarts() {
        install(Map.of("blue", "1.0.0"));
        install(Map.of("blue", "1.1.0"));
        assertThat(fleets.called("blue")).hasSize(1);
        assertThat(fleets.called("blue").get(0).hosts())
                .extracting(host -> host.fleet().release().version())
                .containsExactly("1.1.0", "1.1.0");
    }

    @Test
    void aHostThatEc2LosesTakesBothColorsWithIt() {
        install(Map.of("blue", "1.0.0", "green", "1.1.0"));
        fleets.lose("green", 1);
        world.pass(Duration.ofSeconds(15));
        assertThat(fleets.called("blue").get(0).staying()).hasSize(1);
        assertThat(fleets.called("green").get(0).staying()).hasSize(1);
    }

    @Test
    void aDeletedGroupLeavesNothing() {
        install(Map.of("blue", "1.0.0", "green", "1.1.0"));
        world.timers.await(fleets.startDelete("S"));
        assertThat(fleets.all()).isEmpty();
        assertThat(world.balancer.targets("G")).isEmpty();
        assertThat(world.balancer.targets("H")).isEmpty();
    }
}
