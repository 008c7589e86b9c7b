package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an instance refresh does, on either clock. */
abstract class RefreshTest {
    static final RefreshModel QUICK =
            new RefreshModel(100, 200, List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO, true, List.of("Errors"));

    final World world;
    final LocalAutoScaling fleets;
    final List<String> said = new ArrayList<>();
    final AtomicReference<String> alarm = new AtomicReference<>("OK");
    final RefreshWatch watch = new RefreshWatch(names -> Map.of("Errors", alarm.get()), Optional::empty, this::say);

    RefreshTest(World world) {
        this.world = world;
        this.fleets = world.fleets;
    }

    @AfterEach
    void end() {
        world.close();
    }

    private void say(String line) {
        said.add(line);
    }

    static FleetModel fleet(String version, RefreshModel refresh) {
        return new FleetModel(
                "F",
                new FleetModel.GroupSize(2, 4, OptionalInt.empty()),
                List.of("G"),
                new FleetModel.ReleaseTags("", version),
                version,
                Optional.of(refresh),
                FleetModel.HealthCheckUse.NONE,
                new TreeMap<>(),
                LaunchRules.NONE);
    }

    LocalAutoScalingGroup serving(RefreshModel refresh) {
        fleets.create(fleet("1.0.0", refresh));
        LocalAutoScalingGroup fleet = fleets.all().iterator().next();
        fleet.awaitReady();
        return fleet;
    }

    static List<String> versions(LocalAutoScalingGroup fleet) {
        return fleet.staying().stream()
                .map(host -> host.fleet().release().version())
                .toList();
    }

    static RefreshModel checkpoints(List<Integer> percentages, boolean skipsMatching) {
        Duration pause = Duration.ofMinutes(1);
        return new RefreshModel(
                100, 200, percentages, pause, Duration.ZERO, Duration.ZERO, skipsMatching, List.of("Errors"));
    }

    @Test
    void allHostsAreReplacedAndTheSizeStays() {
        LocalAutoScalingGroup fleet = serving(QUICK);
        world.update(fleet("2.0.0", QUICK), watch);
        assertThat(versions(fleet)).containsExactly("2.0.0", "2.0.0");
        assertThat(fleet.desired()).isEqualTo(2);
    }

    @Test
    void itPausesAtACheckpointWithAShareOfAHostRoundedUp() {
        serving(QUICK);
        world.update(fleet("2.0.0", checkpoints(List.of(20, 100), true)), watch);
        assertThat(said).contains("F refresh checkpoint: 1 of 2 hosts are replaced");
    }

    /** One of two hosts runs 2.0.0, and an alarm has gone off. */
    LocalAutoScalingGroup failedHalfWay() {
        LocalAutoScalingGroup fleet = serving(QUICK);
        RefreshWatch goesOff = new RefreshWatch(
                names -> Map.of("Errors", said.toString().contains("checkpoint") ? "ALARM" : "OK"),
                Optional::empty,
                this::say);
        assertThatThrownBy(() -> world.update(fleet("2.0.0", checkpoints(List.of(50, 100), true)), goesOff))
                .isInstanceOf(RefreshFailure.class)
                .hasMessage("the instance refresh of F failed: alarm Errors is in state ALARM");
        return fleet;
    }

    @Test
    void anAlarmThatGoesOffFailsItWithTheRestUntouched() {
        assertThat(versions(failedHalfWay())).containsExactly("1.0.0", "2.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALARM", "INSUFFICIENT_DATA"})
    void itDoesNotStartWhileAnAlarmOfItsOwnIsNotOkNotEvenBack(String state) {
        LocalAutoScalingGroup fleet = failedHalfWay();
        alarm.set(state);
        assertThatThrownBy(() -> world.update(fleet("1.0.0", QUICK), watch))
                .hasMessage(
                        "the instance refresh of F failed: it does not start while alarm Errors is in state " + state);
        assertThat(versions(fleet)).containsExactly("1.0.0", "2.0.0");
    }

    @Test
    void theWayBackLeavesHostsOfTheOldVersionAlone() {
        LocalAutoScalingGroup fleet = failedHalfWay();
        String kept = fleet.staying().get(0).id();
        world.update(fleet("1.0.0", QUICK), watch);
        assertThat(versions(fleet)).containsExactly("1.0.0", "1.0.0");
        assertThat(fleet.staying()).extracting(Host::id).contains(kept);
    }

    @Test
    void withoutSkippingTheWayBackReplacesEveryHost() {
        LocalAutoScalingGroup fleet = serving(QUICK);
        List<Host> before = fleet.staying();
        RefreshModel all = checkpoints(List.of(), false);
        world.update(fleet("2.0.0", all), watch);
        world.update(fleet("1.0.0", all), watch);
        assertThat(fleet.staying()).doesNotContainAnyElementsOf(before).hasSize(2);
    }

    @Test
    void anUpdateThatIsGivenUpEndsIt() {
        LocalAutoScalingGroup fleet = serving(QUICK);
        RefreshWatch cancelled =
                new RefreshWatch(names -> Map.of(), () -> Optional.of("the update was cancelled"), this::say);
        assertThatThrownBy(() -> world.update(fleet("2.0.0", QUICK), cancelled))
                .hasMessage("the instance refresh of F failed: the update was cancelled");
        assertThat(versions(fleet)).contains("1.0.0");
    }

    @Test
    void aGroupWithoutRoomEndsAHostBeforeItLaunchesAnother() {
        RefreshModel noRoom =
                new RefreshModel(50, 100, List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO, true, List.of());
        LocalAutoScalingGroup fleet = serving(QUICK);
        List<Integer> sizes = new ArrayList<>();
        RefreshWatch counting = new RefreshWatch(
                names -> {
                    sizes.add(fleet.staying().size());
                    return Map.of();
                },
                Optional::empty,
                this::say);
        world.update(fleet("2.0.0", noRoom), counting);
        assertThat(sizes).isNotEmpty().allMatch(size -> size <= 2);
        assertThat(versions(fleet)).containsExactly("2.0.0", "2.0.0");
    }
}
