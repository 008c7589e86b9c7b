package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Part;
import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.release.Color;
import io.teal.release.observation.Weights;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people do with weights beside the stack. */
@Worlds
class HandTest {
    private static final int WHOLE_DEPLOY = 450;

    @Test
    void anEmergencyRollbackByHandIsSettledByTheNextDeploy() {
        Seeds.each(world -> {
            Template first = Shop.promoted(world);
            world.hand(new Weights(100, 0));
            world.seconds(world.any(300));
            Shop.completes(world, world.deploy(first.with(Shop.STARTED)), "100/0");
        });
    }

    /** Traffic has left the colour because it is bad, and it stays bad: the template must be able to say so. */
    @Test
    void anEmergencyRollbackFromAFleetThatStaysBadIsSettledByTheNextDeploy() {
        Seeds.each(world -> {
            Template first = Shop.promoted(world);
            world.hand(new Weights(100, 0));
            world.seconds(180 + world.any(300));
            world.hazards().alarm(Color.GREEN, "ALARM");
            if (world.any(2) == 0) {
                world.hazards().noLaunches(Color.GREEN, 7200);
                IntStream.range(0, 6).forEach(host -> world.hazards().crash(Color.GREEN));
            }
            world.seconds(60);
            Shop.completes(world, world.deploy(first.with(Shop.STARTED)), "100/0");
        });
    }

    /** If a rollback takes GetAtt's values from before, the listener writes the weights of before the emergency. */
    @Test
    void anEmergencyRollbackByHandThenADeployThatFailsLeavesTrafficWhereTheHandPutIt() {
        Seeds.each(world -> {
            Template first = Shop.promoted(world);
            world.hand(new Weights(100, 0));
            world.seconds(60 + world.any(300));
            Part part = world.any(List.of(Part.NEIGHBOR, Part.LAST));
            long at = Math.round(world.part() * 150);
            String end = world.deploy(first.with(Shop.STARTED).beside(part, "fail:" + at));
            Shop.goesBack(world, end, world.stack().wentBackTo(new Weights(0, 100), new Weights(100, 0)));
            assertThat(world.hosts(Color.GREEN)).isNotEmpty();
        });
    }

    @Test
    void weightsThatAHandWritesDuringAShiftStopTheRunAndLoseNothing() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.STARTED);
            Weights hand = world.any(List.of(new Weights(100, 0), new Weights(60, 40), new Weights(0, 100)));
            world.in(Math.round(world.part() * WHOLE_DEPLOY), () -> world.hand(hand));
            // In a rollout a hand may move all traffic to a fleet without hosts, and no run can help that.
            String end = world.deploy(Shop.says(Shop.PROMOTED).by(world.any(Shop.DOUBLING)));
            assertThat(end).isIn(Shop.COMPLETE, Shop.WENT_BACK);
            Shop.nothingIsLost(world);
            assertThat(world.live()).isIn("100/0", "0/100", hand.toString());
        });
    }
}
