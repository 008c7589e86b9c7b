package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Part;
import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.rehearsal.sim.World;
import io.teal.release.Color;
import io.teal.release.IllegalTransitionException;
import io.teal.release.Release;
import io.teal.release.Version;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Any deploy after any other, with anything going wrong meanwhile. */
@Worlds
class ChaosTest {
    private static final int DEPLOYS = 3;
    private static final int WHOLE_DEPLOY = 450;

    @Test
    void anyDeployEndsAtItsReleaseOrWhereItBegan() {
        Seeds.each(world -> {
            Shop.settled(world, world.any(List.of(Shop.ONE, Shop.STARTED, Shop.RESTING, Shop.PROMOTED)));
            for (int deploy = 0; deploy < DEPLOYS && !world.lostAnEvent(); deploy++) {
                misfortunes(world);
                world.update(any(world));
                if (world.any(3) == 0) {
                    world.seconds(world.any(WHOLE_DEPLOY));
                    world.stack().cancel();
                }
                String end = world.finish();
                world.faults().percent(0, 0);
                assertThat(world.lostAnEvent() ? Shop.WENT_BACK : end).isIn(Shop.COMPLETE, Shop.WENT_BACK);
            }
            world.rest();
        });
    }

    private static Template any(World world) {
        Template template = Shop.says(next(world), world)
                .configured(world.any(List.of("t3.small", "t3.large")))
                .beside(Part.NEIGHBOR, world.any(3) == 0 ? "fail:" + world.any(WHOLE_DEPLOY) : "a")
                .beside(Part.LAST, world.any(6) == 0 ? "fail:" + world.any(60) : "a");
        return world.any(2) == 0 ? template.allowed() : template;
    }

    /** A legal move nine times in ten; else whatever stale flags might say. */
    private static Release next(World world) {
        Release now = world.release();
        Version version = Version.of(world.any(5) + ".0.0");
        List<Supplier<Release>> moves = List.of(
                () -> now.start(version),
                () -> now.rest(world.any(50)),
                now::promote,
                now::promote,
                now::retire,
                () -> now.start(version).promote());
        try {
            return world.any(10) == 0 ? Shop.STARTED : world.any(moves).get();
        } catch (IllegalTransitionException illegal) {
            return now;
        }
    }

    private static void misfortunes(World world) {
        world.faults().percent(world.any(4), world.any(10));
        if (world.any(2) == 0) {
            world.faults().die(world.any(300), world.any(2) == 0);
        }
        if (world.any(4) == 0) {
            world.in(world.any(WHOLE_DEPLOY), () -> world.faults().throttle(world.any(200)));
        }
        if (world.any(4) == 0) {
            world.in(world.any(WHOLE_DEPLOY), () -> world.faults().down(world.any(200)));
        }
        Color color = world.any(List.of(Color.values()));
        if (world.any(2) == 0) {
            world.in(world.any(WHOLE_DEPLOY), () -> world.hazards().scale(color, 2 + world.any(5)));
        }
        if (world.any(4) == 0) {
            world.in(world.any(WHOLE_DEPLOY), () -> world.hazards().crash(color));
        }
    }
}
