package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.World;
import io.teal.release.Color;
import io.teal.release.observation.Weights;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Services of two ports, each with a production listener. AWS writes one after the other, and may fail in between. */
@Worlds
class SeveralPortsTest {
    private static final int WHOLE_DEPLOY = 450;

    /** Every third world has two. */
    private static final int WORLDS = 300;

    private static void each(Consumer<World> story) {
        Seeds.each(WORLDS, world -> {
            if (world.listeners().areSeveral()) {
                story.accept(world);
            }
        });
    }

    @Test
    void aPortWhoseWeightsCannotBeWrittenTakesTheOtherBackAndNothingIsLost() {
        each(world -> {
            Shop.settled(world, Shop.STARTED);
            world.faults().refuseSecondPort("AccessDenied");
            Shop.goesBack(world, world.deploy(Shop.says(Shop.PROMOTED, world)), "100/0");
            assertThat(world.reasons().get(0)).contains("AccessDenied");
        });
    }

    @Test
    void aPortWhoseWeightsCanBeWrittenAgainLaterFollowsTheOther() {
        each(world -> {
            Shop.settled(world, Shop.STARTED);
            world.faults().refuseSecondPort("InternalFailure");
            world.in(40 + world.any(60), world.faults()::allow);
            Shop.completes(world, world.deploy(Shop.says(Shop.PROMOTED).by(world.any(Shop.DOUBLING))), "0/100");
        });
    }

    @Test
    void aDeathOfTheFunctionBetweenTheWritesLeavesNoPortBehind() {
        each(world -> {
            Shop.settled(world, Shop.STARTED);
            world.faults().dieBetweenPorts();
            Shop.completes(world, world.deploy(Shop.says(Shop.PROMOTED).by(world.any(Shop.DOUBLING))), "0/100");
        });
    }

    @Test
    void aCancelledUpdateReturnsEveryPortWhereverTheRunWas() {
        each(world -> {
            Shop.settled(world, Shop.STARTED);
            world.faults().percent(0, 10);
            world.in(Math.round(world.part() * WHOLE_DEPLOY), world.stack()::cancel);
            String end = world.deploy(Shop.says(Shop.PROMOTED, world));
            Shop.endsWell(world, end, "100/0", "0/100");
        });
    }

    @Test
    void aHandThatMovesOnePortAloneStopsTheRunAndEveryDeployAfterItUntilAllAreAtOnePlace() {
        each(world -> {
            Shop.settled(world, Shop.PROMOTED);
            world.promoted(Color.BLUE);
            world.listeners().handOnOne(new Weights(100, 0));
            Shop.goesBack(world, world.deploy(Shop.says(Shop.STARTED).allowed()), "100/0 + 0/100");
            assertThat(world.reasons().get(0))
                    .contains("live weights are 100/0 + 0/100 and the template says 0/100")
                    .contains("give all ports to one colour by teal rollback first");
            world.hand(world.any(List.of(new Weights(100, 0), new Weights(0, 100))));
            String live = world.live();
            Shop.completes(world, world.deploy(Shop.says(live.equals("100/0") ? Shop.STARTED : Shop.PROMOTED)), live);
        });
    }

    @Test
    void aHandThatMovesOnePortDuringAShiftStopsTheRunAndLosesNothing() {
        each(world -> {
            Shop.settled(world, Shop.STARTED);
            Weights hand = world.any(List.of(new Weights(60, 40), new Weights(30, 70)));
            world.in(
                    Math.round(world.part() * WHOLE_DEPLOY),
                    () -> world.listeners().handOnOne(hand));
            String end = world.deploy(Shop.says(Shop.PROMOTED).by(world.any(Shop.DOUBLING)));
            assertThat(end).isIn(Shop.COMPLETE, Shop.WENT_BACK);
            Shop.nothingIsLost(world);
        });
    }

    @Test
    void aPortWhoseListenerSomebodyDeletedRefusesTheDeploy() {
        each(world -> {
            Shop.settled(world, Shop.STARTED);
            world.listeners().deleteSecond();
            String end = world.deploy(Shop.says(Shop.PROMOTED));
            assertThat(end).isEqualTo(Shop.WENT_BACK);
            assertThat(world.reasons().get(0)).contains("forwards to both target groups of port 2 of the service");
        });
    }
}
