package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Hook;
import io.teal.rehearsal.sim.Part;
import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.release.observation.HookPoint;
import io.teal.release.plan.Gating;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** AWS, the function and the user's hook in bad hours. */
@Worlds
class TroubleTest {
    private static final int WHOLE_DEPLOY = 450;

    @Test
    void fiveMinutesInWhichAwsThrottlesEveryCallLoseNothing() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.in(
                    Math.round(world.part() * WHOLE_DEPLOY),
                    () -> world.faults().throttle(300));
            Shop.endsWell(world, world.deploy(Shop.says(Shop.PROMOTED, world)), "100/0", "0/100");
        });
    }

    /** Unless all three deliveries of CloudFormation's event fall into them: then no run can begin. */
    @Test
    void fiveMinutesOfThrottlingInARollbackStillEndAtHome() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            long fails = Math.round(world.part() * WHOLE_DEPLOY);
            world.in(fails + world.any(60), () -> world.faults().throttle(300));
            Template next = Shop.says(Shop.PROMOTED, world).beside(Part.NEIGHBOR, "fail:" + fails);
            Shop.goesBack(world, world.deploy(next), "100/0");
        });
    }

    @Test
    void aFunctionThatCannotRunForAWhileLosesNothing() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.in(
                    Math.round(world.part() * WHOLE_DEPLOY),
                    () -> world.faults().down(20 + world.any(600)));
            Shop.endsWell(world, world.deploy(Shop.says(Shop.PROMOTED, world)), "100/0", "0/100");
        });
    }

    @Test
    void aFunctionThatCannotRunForAWhileOfARollbackLeavesTheStackUsable() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            long fails = Math.round(world.part() * WHOLE_DEPLOY);
            world.in(fails + world.any(120), () -> world.faults().down(20 + world.any(600)));
            Template next = Shop.says(Shop.PROMOTED, world).beside(Part.NEIGHBOR, "fail:" + fails);
            Shop.goesBack(world, world.deploy(next), "100/0");
        });
    }

    @Test
    void aHookThatDoesNotPassOrIsNotHeardKeepsTrafficWhereItIs() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            Hook.Temper temper = world.any(List.of(Hook.Temper.values()));
            world.hook().is(temper);
            Template next =
                    Shop.says(Shop.PROMOTED, world).gated(new Gating(Evidence.IF_ANY, 10, HookPoint.BEFORE_TRAFFIC));
            String end = world.deploy(next);
            if (temper == Hook.Temper.PASSES) {
                Shop.completes(world, end, "0/100");
            } else {
                Shop.goesBack(world, end, "100/0");
                assertThat(world.reasons().get(0))
                        .contains(temper == Hook.Temper.SAYS_TOO_MUCH ? "the run has died" : "the hook failed");
            }
            assertThat(world.hook().called()).isEqualTo(1);
        });
    }

    /** Nothing catches an answer that is too long, so the run dies with a share of traffic at green. */
    @Test
    void aRunThatDiesAfterItHasMovedTrafficTurnsTheStackBackWithinMinutes() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.hook().is(Hook.Temper.SAYS_TOO_MUCH);
            Template next = Shop.says(Shop.PROMOTED).by("canary:10%,5m").gated(new Gating(Evidence.PROBE, 10));
            long begun = world.now();
            Shop.goesBack(world, world.deploy(next), "100/0");
            assertThat(world.reasons().get(0)).contains("the run has died: its state machine ended as FAILED");
            assertThat(world.now() - begun).isLessThan(Duration.ofMinutes(25).toMillis());
        });
    }
}
