package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.Timescale;
import io.teal.release.cutover.Night;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scheduled actions on the virtual clock, which begins on Thursday 2026-01-01 at midnight. */
class ScheduledActionsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final OptionalInt NONE = OptionalInt.empty();

    private final World world = World.virtual();
    private final List<String> said = new ArrayList<>();
    private final ScheduledActions schedules =
            new ScheduledActions(world.fleets, world.timers, new TemplateClock(world.timers), said::add);

    @BeforeEach
    void begin() {
        world.fleets.create(fleet(size(2, 8, NONE, false)));
        world.pass(MINUTE.multipliedBy(3));
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void aNightTakesTheHostsAtItsMinuteAndAMorningBringsThemBack() {
        schedules.put(daily("Night", "10 * * * *", 0, OptionalInt.of(0)));
        schedules.put(daily("Morning", "20 * * * *", 2, NONE));
        world.pass(MINUTE.multipliedBy(7).minusMillis(1));
        assertThat(desired()).isEqualTo(2);
        world.pass(Duration.ofMillis(1));
        assertThat(desired()).isZero();
        world.pass(MINUTE.multipliedBy(10));
        assertThat(desired()).isEqualTo(2);
        world.pass(MINUTE.multipliedBy(50));
        assertThat(desired()).isZero();
        assertThat(said)
                .hasSize(3)
                .first()
                .isEqualTo("schedule Night 2026-01-01T00:10:00Z: G has MinSize 0, MaxSize 8 and DesiredCapacity 0");
    }

    @Test
    void aMaximumBelowTheHostsEndsSomeAndAMinimumAboveThemStartsSome() {
        schedules.put(once("Less", 5, new ScheduledSize.Sizes(OptionalInt.of(1), OptionalInt.of(1), NONE)));
        schedules.put(once("More", 6, new ScheduledSize.Sizes(OptionalInt.of(4), OptionalInt.of(6), NONE)));
        world.pass(MINUTE.multipliedBy(2));
        assertThat(desired()).isEqualTo(1);
        world.pass(MINUTE);
        assertThat(desired()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"9, 8, 9", "1, 8, 0", "5, 8, 3"})
    void sizesThatAreNoGroupChangeNothing(int min, int max, int desired) {
        schedules.put(once(
                "Wrong",
                5,
                new ScheduledSize.Sizes(OptionalInt.of(min), OptionalInt.of(max), OptionalInt.of(desired))));
        world.pass(MINUTE.multipliedBy(5));
        assertThat(desired()).isEqualTo(2);
        assertThat(said).singleElement().asString().contains("refused");
    }

    @Test
    void anActionThatIsReplacedOrRemovedDoesNotHappen() {
        schedules.put(daily("Night", "10 * * * *", 0, OptionalInt.of(0)));
        schedules.put(daily("Night", "40 * * * *", 0, OptionalInt.of(0)));
        schedules.put(daily("Other", "12 * * * *", 0, OptionalInt.of(0)));
        schedules.forget("Other");
        world.pass(MINUTE.multipliedBy(15));
        assertThat(desired()).isEqualTo(2);
    }

    /** An update that changes neither size: by default it sets the template's, with the option it leaves them. */
    @ParameterizedTest
    @CsvSource({"false, false, 2", "true, false, 0", "true, true, 2"})
    void anUpdateSetsSizesUnlessItLeavesThoseThatTheTemplateDoesNotChange(boolean keeps, boolean back, int hosts) {
        world.update(fleet(size(2, 8, NONE, keeps)), watch(false));
        schedules.put(once("Night", 5, new ScheduledSize.Sizes(OptionalInt.of(0), NONE, OptionalInt.of(0))));
        world.pass(MINUTE.multipliedBy(2));
        world.update(fleet(size(2, 9, NONE, keeps)), watch(back));
        assertThat(desired()).isEqualTo(hosts);
        assertThat(world.fleets.fleet("G").orElseThrow().model().size().max()).isEqualTo(9);
    }

    @Test
    void anUpdateSetsADesiredCapacityOfTheTemplateUnlessItIsToldNotTo() {
        world.fleets.fleet("G").orElseThrow().resize(5);
        world.update(fleet(size(2, 8, OptionalInt.of(3), true)), watch(false));
        assertThat(desired()).as("changed").isEqualTo(3);
        world.fleets.fleet("G").orElseThrow().resize(5);
        world.update(fleet(size(2, 8, OptionalInt.of(3), true)), watch(false));
        assertThat(desired()).as("left").isEqualTo(5);
        world.update(fleet(size(2, 8, OptionalInt.of(3), false)), watch(false));
        assertThat(desired()).as("set").isEqualTo(3);
    }

    /** Berlin is an hour ahead in January; 2026-01-04 is the first Sunday. */
    @ParameterizedTest
    @CsvSource({
        "0 20 * * *, Etc/UTC,      , , 2026-01-01T20:00:00Z",
        "0 20 * * *, Europe/Berlin, , , 2026-01-01T19:00:00Z",
        "30 6 * * SUN, Etc/UTC,     , , 2026-01-04T06:30:00Z",
        "0 20 * * *, Etc/UTC, 2026-01-02T21:00:00Z, , 2026-01-02T21:00:00Z",
        "0 20 * * *, Etc/UTC, 2025-12-31T21:00:00Z, , 2026-01-01T20:00:00Z",
        "0 20 * * *, Etc/UTC, , 2026-01-01T19:00:00Z, ",
        "0 0 * * *, Etc/UTC, , , 2026-01-02T00:00:00Z",
        ", , 2026-01-01T04:00:00Z, , 2026-01-01T04:00:00Z",
        ", , 2025-12-31T04:00:00Z, , ",
    })
    void theNextTimeIsInTheScheduleSZoneAndWithinItsStartAndEnd(
            String cron, String zone, String start, String end, String next) {
        ScheduledSize schedule = new ScheduledSize(
                "Night",
                "G",
                Optional.ofNullable(cron).map(fields -> new Night("Night", fields, zone)),
                Optional.ofNullable(start).map(Instant::parse),
                Optional.ofNullable(end).map(Instant::parse),
                new ScheduledSize.Sizes(NONE, NONE, OptionalInt.of(1)));
        assertThat(schedule.after(Timescale.NEW_YEAR))
                .isEqualTo(Optional.ofNullable(next).map(Instant::parse));
    }

    private int desired() {
        return world.fleets.fleet("G").orElseThrow().desired();
    }

    private static RefreshWatch watch(boolean rollsBack) {
        return new RefreshWatch(names -> Map.of(), Optional::empty, rollsBack, line -> {});
    }

    private static ScheduledSize daily(String id, String cron, int min, OptionalInt desired) {
        return new ScheduledSize(
                id,
                "G",
                Optional.of(new Night(id, cron, "Etc/UTC")),
                Optional.empty(),
                Optional.empty(),
                new ScheduledSize.Sizes(OptionalInt.of(min), NONE, desired));
    }

    private static ScheduledSize once(String id, int minute, ScheduledSize.Sizes sizes) {
        return new ScheduledSize(
                id,
                "G",
                Optional.empty(),
                Optional.of(Timescale.NEW_YEAR.plus(MINUTE.multipliedBy(minute))),
                Optional.empty(),
                sizes);
    }

    private static FleetModel.GroupSize size(int min, int max, OptionalInt desired, boolean keeps) {
        return new FleetModel.GroupSize(min, max, desired, keeps);
    }

    private static FleetModel fleet(FleetModel.GroupSize size) {
        return new FleetModel(
                "G",
                size,
                List.of("G"),
                new FleetModel.ReleaseTags("", "1.0.0"),
                "1",
                Optional.empty(),
                FleetModel.HealthCheckUse.NONE);
    }
}
