package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Part;
import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.release.Color;
import org.junit.jupiter.api.Test;

@Worlds
class InterruptedTest {
    private static final int WHOLE_DEPLOY = 450;
    private static final int CALLS = 330;

    @Test
    void anUnrelatedResourceThatFailsAtAnyMomentTakesTrafficHome() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            long at = Math.round(world.part() * WHOLE_DEPLOY);
            world.faults().percent(2, 5);
            String end = world.deploy(Shop.says(Shop.PROMOTED, world).beside(Part.NEIGHBOR, "fail:" + at));
            Shop.goesBack(world, end, "100/0");
            assertThat(world.reasons().get(0)).isNotBlank();
        });
    }

    @Test
    void anUpdateThatIsCancelledAtAnyMomentTakesTrafficHome() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.in(Math.round(world.part() * WHOLE_DEPLOY), world.stack()::cancel);
            Shop.endsWell(world, world.deploy(Shop.says(Shop.PROMOTED, world)), "100/0", "0/100");
        });
    }

    @Test
    void aSecondRunBesideAnAbandonedOneIsTheOnlyOneThatWrites() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.faults().percent(2, 10);
            world.update(Shop.says(Shop.PROMOTED, world));
            world.seconds(Math.round(world.part() * WHOLE_DEPLOY));
            world.stack().cancel();
            String first = world.finish();
            world.faults().percent(0, 0);
            if (world.lostAnEvent()) {
                return;
            }
            assertThat(first).isIn(Shop.COMPLETE, Shop.WENT_BACK);
            Shop.completes(world, world.deploy(Shop.says(Shop.PROMOTED)), "0/100");
        });
    }

    @Test
    void aResourceThatFailsAfterTheShiftTakesTrafficHome() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            Template next = Shop.says(Shop.PROMOTED, world).beside(Part.LAST, "fail:" + world.any(90));
            Shop.goesBack(world, world.deploy(next), "100/0");
        });
    }

    @Test
    void aRollbackAtAnyMomentOfAStartARestOrARollBackEndsWhereItBegan() {
        Seeds.each(world -> {
            boolean returns = world.any(2) == 0;
            Template first = returns ? Shop.promoted(world) : Shop.settled(world, Shop.STARTED);
            Template next = returns
                    ? Shop.says(Shop.STARTED, world).allowed()
                    : Shop.says(world.any(2) == 0 ? Shop.RESTING : Shop.PROMOTED, world);
            String before = world.live();
            long at = Math.round(world.part() * WHOLE_DEPLOY);
            Template fails = next.beside(Part.NEIGHBOR, "fail:" + at)
                    .configured(world.any(2) == 0 ? "c5" : first.configuration());
            Shop.goesBack(world, world.deploy(fails), before);
            assertThat(world.hosts(Color.GREEN)).isNotEmpty();
        });
    }

    @Test
    void aFunctionThatDiesBeforeOrAfterAnyCallGoesOnWhereItWas() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.faults().die((int) (world.part() * CALLS), world.any(2) == 0);
            Shop.completes(world, world.deploy(Shop.says(Shop.PROMOTED)), "0/100");
        });
    }

    @Test
    void aFunctionThatDiesBeforeOrAfterAnyCallOfARollbackStillTakesTrafficHome() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.update(Shop.says(Shop.PROMOTED).beside(Part.LAST, "fail:5"));
            world.until(() -> world.stack().status().equals("UPDATE_ROLLBACK_IN_PROGRESS"));
            world.faults().die((int) (world.part() * CALLS / 3), world.any(2) == 0);
            Shop.goesBack(world, world.finish(), "100/0");
        });
    }

    @Test
    void callsThatFailOrAreLostOrLandLateDoNoHarm() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.faults().percent(5, 20);
            Shop.endsWell(world, world.deploy(Shop.says(Shop.PROMOTED, world)), "100/0", "0/100");
        });
    }
}
