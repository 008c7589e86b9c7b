package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.sim.Part;
import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.rehearsal.sim.World;
import io.teal.release.Color;
import io.teal.release.Release;
import org.junit.jupiter.api.Test;

/** C14: a schedule takes all hosts away for the night, before a release or in the middle of one. */
@Worlds
class NightCasesTest {
    private static final int EMPTY = 150;
    private static final int WHOLE_DEPLOY = 450;

    @Test
    void aReleaseAtNightStartsHostsOfBothColours() {
        Seeds.each(world -> {
            asleep(world, Shop.ONE);
            String end = world.deploy(next(world));
            assertThat(world.reasons()).isEmpty();
            assertThat(end).isEqualTo(Shop.COMPLETE);
            assertThat(world.live()).isEqualTo("0/100");
            assertThat(world.hosts(Color.GREEN)).hasSizeGreaterThanOrEqualTo(2);
            answersAll(world);
        });
    }

    /** Both have schedules while a release is under way, so both may sleep after it. */
    @Test
    void aReleaseToAColourThatSleepsStartsItsHosts() {
        Seeds.each(world -> {
            asleep(world, Shop.STARTED);
            world.hazards().night(Color.GREEN);
            world.seconds(EMPTY);
            String end = world.deploy(next(world));
            assertThat(world.reasons()).isEmpty();
            assertThat(end).isEqualTo(Shop.COMPLETE);
            assertThat(world.live()).isEqualTo("0/100");
            answersAll(world);
        });
    }

    @Test
    void aNightThatFallsIntoAReleaseLeavesNoStackStuck() {
        Seeds.each(world -> {
            settled(world, Shop.ONE);
            world.in(
                    Math.round(world.part() * WHOLE_DEPLOY),
                    () -> world.hazards().night(Color.values()));
            String end = world.deploy(next(world));
            assertThat(end).isIn(Shop.COMPLETE, Shop.WENT_BACK);
            assertThat(world.live()).isEqualTo(end.equals(Shop.COMPLETE) ? "0/100" : "100/0");
        });
    }

    @Test
    void aNightThatFallsIntoARollbackLeavesNoStackStuckAndTrafficWithHosts() {
        Seeds.each(world -> {
            settled(world, Shop.ONE);
            long fails = 250 + world.any(200);
            world.in(fails + world.any(30), () -> world.hazards().night(Color.values()));
            String end = world.deploy(next(world).beside(Part.NEIGHBOR, "fail:" + fails));
            assertThat(end).isEqualTo(Shop.WENT_BACK);
            assertThat(world.live()).isEqualTo("100/0");
        });
    }

    /** The release began without hosts, so that only the service's minimum says how many the way back needs. */
    @Test
    void aReleaseAtNightThatIsTakenBackInTheNextNightEndsWithHostsOfTheColourThatServed() {
        Seeds.each(world -> {
            asleep(world, Shop.ONE);
            long fails = 300 + world.any(200);
            world.in(fails + world.any(30), () -> world.hazards().night(Color.values()));
            String end = world.deploy(next(world).beside(Part.NEIGHBOR, "fail:" + fails));
            assertThat(end).isEqualTo(Shop.WENT_BACK);
            assertThat(world.live()).isEqualTo("100/0");
            assertThat(world.hosts(Color.BLUE)).hasSizeGreaterThanOrEqualTo(2);
        });
    }

    /** Else no law would look at a colour any more that has slept once. */
    @Test
    void hostsThatAreTakenAwayAfterTheMorningAreNoNight() {
        Seeds.each(world -> {
            asleep(world, Shop.ONE);
            world.hazards().scale(Color.BLUE, 2);
            world.seconds(EMPTY);
            assertThatThrownBy(() -> {
                        world.hazards().scale(Color.BLUE, 0);
                        world.seconds(EMPTY);
                    })
                    .hasMessageContaining("nothing is lost");
        });
    }

    private static Template next(World world) {
        return Shop.says(Shop.PROMOTED, world).withNights();
    }

    private static void asleep(World world, Release release) {
        settled(world, release);
        world.hazards().night(Color.BLUE);
        world.seconds(EMPTY);
        assertThat(world.hosts(Color.BLUE)).isEmpty();
    }

    /** The deploy before had the schedules, too, or this one is the first. */
    private static void settled(World world, Release release) {
        Template before = Shop.says(release);
        world.settled(world.any(2) == 0 ? before : before.withNights(), 2 + world.any(4));
    }

    private static void answersAll(World world) {
        world.rest();
        double lost = world.ledger().lost();
        world.seconds(300);
        assertThat(world.ledger().lost()).isEqualTo(lost);
    }
}
