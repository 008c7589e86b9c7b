package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.rehearsal.sim.World;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Version;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An alarm after a release returns traffic by itself, whatever else goes wrong. */
@Worlds
class GuardTest {
    static final Duration DAY = Duration.ofHours(24);
    private static final long TWO_HOURS = 7200;
    private static final long A_WHILE = 900;
    private static final long SCHEDULE = 300;
    private static final long A_RUN = 120;

    private static Template says(Release release) {
        return Shop.says(release).guarded(DAY);
    }

    /** Green was promoted a while ago, and blue stands by. */
    static void promoted(World world) {
        Shop.settled(world, Shop.ONE);
        Shop.completes(world, world.deploy(says(Shop.PROMOTED)), "0/100");
        world.seconds(A_WHILE);
        assertThat(world.live()).isEqualTo("0/100");
    }

    private static void nothingMoves(World world) {
        world.seconds(2 * SCHEDULE + A_RUN);
        assertThat(world.live()).isEqualTo("0/100");
        Shop.nothingIsLost(world);
    }

    @Test
    void anAlarmTwoHoursAfterTheReleaseReturnsTrafficWithinATick() {
        Seeds.each(world -> {
            promoted(world);
            world.seconds(TWO_HOURS);
            world.hazards().alarm(Color.GREEN, "ALARM");
            world.seconds(30);
            assertThat(world.live()).isEqualTo("100/0");
            Shop.nothingIsLost(world);
            assertThat(world.hook().events())
                    .last()
                    .satisfies(event -> assertThat(event)
                            .containsEntry("state", "ROLLED_BACK")
                            .containsEntry("by", "alarm"));
        });
    }

    @Test
    void theNextDeployIsRefusedWithTheFlagsThatWriteItDownAndThenTheGuardRests() {
        Seeds.each(world -> {
            promoted(world);
            world.hazards().alarm(Color.GREEN, "ALARM");
            world.seconds(A_RUN);
            assertThat(world.deploy(says(Shop.PROMOTED.start(Version.of("3.0.0")))))
                    .isEqualTo(Shop.WENT_BACK);
            assertThat(world.reasons().get(0))
                    .contains("live weights are 100/0", "activeColor=blue -c blueVersion=1.0.0 -c greenVersion=2.0.0");
            assertThat(world.deploy(says(Shop.STARTED))).isEqualTo(Shop.COMPLETE);
            world.hazards().alarm(Color.BLUE, "ALARM");
            world.seconds(2 * SCHEDULE);
            assertThat(world.live()).isEqualTo("100/0");
            Shop.nothingIsLost(world);
        });
    }

    /** Another alarm goes off when a night has taken all hosts, and the version is not to blame. */
    @Test
    void aNightIsNoReasonToReturn() {
        Seeds.each(world -> {
            promoted(world);
            world.hazards().night(Color.GREEN);
            world.hazards().alarm(Color.GREEN, "ALARM");
            world.seconds(2 * SCHEDULE + A_RUN);
            assertThat(world.live()).isEqualTo("0/100");
        });
    }

    @Test
    void aLostEventIsFoundByTheSchedule() {
        Seeds.each(world -> {
            promoted(world);
            world.guards().deafen();
            world.hazards().alarm(Color.GREEN, "ALARM");
            world.seconds(SCHEDULE + A_RUN);
            assertThat(world.live()).isEqualTo("100/0");
            Shop.nothingIsLost(world);
        });
    }

    @Test
    void aFunctionThatIsDeadAtThatMomentIsMadeUpFor() {
        Seeds.each(world -> {
            promoted(world);
            long dead = 30 + world.any(900);
            world.faults().down(dead);
            world.hazards().alarm(Color.GREEN, "ALARM");
            world.seconds(dead + SCHEDULE + 2 * A_RUN);
            assertThat(world.live()).isEqualTo("100/0");
            Shop.nothingIsLost(world);
        });
    }

    @Test
    void aFunctionThatDiesAtAnyOfItsCallsIsMadeUpFor() {
        Seeds.each(world -> {
            promoted(world);
            world.faults().die(1 + (int) Math.round(world.part() * 60), world.any(2) == 0);
            world.hazards().alarm(Color.GREEN, "ALARM");
            world.seconds(2 * SCHEDULE + A_RUN);
            assertThat(world.live()).isEqualTo("100/0");
            Shop.nothingIsLost(world);
        });
    }

    @Test
    void callsThatAreLostOrRefusedAreMadeAgain() {
        Seeds.each(world -> {
            promoted(world);
            world.faults().percent(5, 20);
            world.hazards().alarm(Color.GREEN, "ALARM");
            world.seconds(4 * SCHEDULE);
            assertThat(world.live()).isEqualTo("100/0");
            Shop.nothingIsLost(world);
        });
    }

    @Test
    void aDeployThatBeginsAtAnyMomentAroundTheAlarmIsRefusedOrReturnsTrafficItself() {
        Seeds.each(300, world -> {
            promoted(world);
            world.faults().percent(2, 10);
            int told = world.hook().events().size();
            world.in(60, () -> world.hazards().alarm(Color.GREEN, "ALARM"));
            world.seconds(Math.round(40 + world.part() * 60));
            String end = world.deploy(says(Shop.PROMOTED).configured("t3.large"));
            world.faults().percent(0, 0);
            if (world.lostAnEvent()) {
                return;
            }
            assertThat(end).isIn(Shop.COMPLETE, Shop.WENT_BACK);
            world.seconds(2 * SCHEDULE);
            assertThat(world.hook().events().subList(told, world.hook().events().size()))
                    .as("nothing puts traffic back on what the guard has left")
                    .noneMatch(
                            event -> event.get("headline").toString().contains("production is 0/100 blue/green, was"));
            assertThat(world.live()).isEqualTo("100/0");
            Shop.nothingIsLost(world);
            world.hazards().alarm(Color.GREEN, "OK");
            assertThat(world.deploy(says(Shop.STARTED).configured("t3.large"))).isEqualTo(Shop.COMPLETE);
            Shop.nothingIsLost(world);
        });
    }

    @Test
    void aStandbyThatCannotServeIsNotReturnedToAndAPersonIsTold() {
        Seeds.each(world -> {
            promoted(world);
            world.hazards().noLaunches(Color.BLUE, DAY.toSeconds());
            world.hosts(Color.BLUE).forEach(host -> world.hazards().crash(Color.BLUE));
            world.seconds(A_RUN);
            world.hazards().alarm(Color.GREEN, "ALARM");
            world.seconds(World.TIMING.boot().plus(World.TIMING.read()).toSeconds() + SCHEDULE);
            assertThat(world.live()).isEqualTo("0/100");
            assertThat(world.hook().events())
                    .extracting(event -> event.get("state"))
                    .contains("NEEDS_HUMAN");
            Shop.nothingIsLost(world);
        });
    }

    @Test
    void aStandbyThatIsRetiredMeanwhileEndsTheGuard() {
        Seeds.each(world -> {
            promoted(world);
            Shop.completes(world, world.deploy(says(Shop.RETIRED)), "0/100");
            world.hazards().alarm(Color.GREEN, "ALARM");
            nothingMoves(world);
        });
    }

    @Test
    void aStandbyThatIsReplacedByAVersionNobodyHasTriedIsNotReturnedTo() {
        Seeds.each(world -> {
            promoted(world);
            Shop.completes(world, world.deploy(says(Shop.PROMOTED.start(Version.of("3.0.0")))), "0/100");
            world.hazards().alarm(Color.GREEN, "ALARM");
            nothingMoves(world);
        });
    }

    @Test
    void aGuardThatIsHeldDoesNothing() {
        Seeds.each(world -> {
            promoted(world);
            world.guards().hold();
            world.hazards().alarm(Color.GREEN, "ALARM");
            nothingMoves(world);
        });
    }

    @Test
    void aGuardWhoseTimeIsOverDoesNothing() {
        Seeds.each(10, world -> {
            promoted(world);
            world.seconds(DAY.toSeconds());
            world.hazards().alarm(Color.GREEN, "ALARM");
            nothingMoves(world);
        });
    }

    @Test
    void aReleaseThatReturnedTrafficOnPurposeIsNotUndone() {
        Seeds.each(world -> {
            promoted(world);
            Shop.completes(world, world.deploy(says(Shop.STARTED).allowed()), "100/0");
            world.hazards().alarm(Color.BLUE, "ALARM");
            world.seconds(2 * SCHEDULE + A_RUN);
            assertThat(world.live()).isEqualTo("100/0");
        });
    }

    /** A configuration alone may be released so. */
    @Test
    void twoColoursOfOneVersionAreNotTakenForEachOther() {
        Seeds.each(world -> {
            Release both = Shop.ONE.start(Version.of("1.0.0"));
            Shop.settled(world, Shop.ONE);
            Shop.completes(world, world.deploy(says(both.promote())), "0/100");
            world.hazards().alarm(Color.GREEN, "ALARM");
            world.seconds(A_RUN);
            world.hazards().alarm(Color.GREEN, "OK");
            Shop.completes(world, world.deploy(says(both)), "100/0");
            world.hazards().alarm(Color.BLUE, "ALARM");
            world.seconds(2 * SCHEDULE);
            assertThat(world.live()).isEqualTo("100/0");
        });
    }
}
