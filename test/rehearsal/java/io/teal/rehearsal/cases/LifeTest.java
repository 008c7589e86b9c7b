package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Part;
import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.rehearsal.sim.World;
import io.teal.release.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a stack begins and ends. */
@Worlds
class LifeTest {
    @Test
    void aFirstCreateVerifiesItsFleetBeforeTheListenerOpens() {
        Seeds.each(world -> {
            world.faults().percent(1, 3);
            world.create(Shop.says(world.any(List.of(Shop.ONE, Shop.STARTED, Shop.RESTING))));
            assertThat(world.finish()).isEqualTo("CREATE_COMPLETE");
            world.seconds(30);
            assertThat(world.ledger().lost()).isZero();
            assertThat(world.live()).isIn("100/0", "90/10");
            world.deploy(Shop.says(Shop.PROMOTED));
            Shop.nothingIsLost(world);
        });
    }

    @Test
    void aFirstCreateThatFailsIsTakenBackAndLeavesNothing() {
        Seeds.each(world -> {
            boolean sick = world.any(3) == 0;
            if (sick) {
                world.hazards().sick("1.0.0");
            }
            Template first = Shop.says(Shop.ONE);
            Part part = world.any(List.of(Part.NEIGHBOR, Part.LAST));
            world.create(sick ? first : first.beside(part, "fail:" + Math.round(world.part() * 150)));
            assertThat(world.finish()).isEqualTo("ROLLBACK_COMPLETE");
            isGone(world);
        });
    }

    @Test
    void aStackIsDestroyedFromEveryState() {
        Seeds.each(world -> {
            Template next = Shop.says(Shop.PROMOTED, world);
            switch (world.any(4)) {
                case 0 -> {
                    world.create(Shop.says(Shop.ONE));
                    world.seconds(Math.round(world.part() * 200));
                }
                case 1 -> {
                    Shop.settled(world, Shop.ONE);
                    world.deploy(next);
                }
                case 2 -> {
                    Shop.settled(world, Shop.ONE);
                    world.deploy(next.beside(Part.NEIGHBOR, "fail:" + Math.round(world.part() * 400)));
                }
                default -> {
                    world.create(Shop.says(Shop.ONE).beside(Part.LAST, "fail:10"));
                    world.finish();
                }
            }
            assertThat(world.destroy()).isEqualTo("DELETE_COMPLETE");
            isGone(world);
        });
    }

    @Test
    void aStackThatIsStuckBecauseNobodyCouldAnswerLosesNothingAndIsDestroyed() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            long fails = Math.round(world.part() * 400);
            world.in(fails, () -> world.faults().down(2 * 3600));
            world.deploy(Shop.says(Shop.PROMOTED, world).beside(Part.NEIGHBOR, "fail:" + fails));
            world.seconds(2 * 3600);
            assertThat(world.ledger().lost()).isZero();
            assertThat(world.destroy()).isEqualTo("DELETE_COMPLETE");
            isGone(world);
        });
    }

    private static void isGone(World world) {
        world.rest();
        assertThat(world.live()).isEqualTo("none");
        assertThat(world.hosts(Color.BLUE)).isEmpty();
        assertThat(world.hosts(Color.GREEN)).isEmpty();
        assertThat(world.ledger().lost()).isZero();
    }
}
