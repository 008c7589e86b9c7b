package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.sim.Part;
import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.rehearsal.sim.World;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.observation.Weights;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Random walks after an emergency by hand: properties of the listener, tags of the stack, second rules, flags, failures
 * and cancellations, in any order. No deploy moves traffic unless Preflight has judged that deploy, and CloudFormation
 * writes no other weights than those that are live.
 */
@Worlds
class EmergencyWalkTest {
    private static final int WALKS = 300;
    private static final int DEPLOYS = 6;
    private static final int WHOLE_DEPLOY = 450;
    private static final List<Release> RELEASES =
            List.of(Shop.STARTED, Shop.RESTING, Shop.PROMOTED, Shop.PROMOTED, Shop.RETIRED);
    private static final List<Weights> HANDS =
            List.of(new Weights(100, 0), new Weights(0, 100), new Weights(50, 50), new Weights(90, 10));

    @Test
    void noDeployOfAnyKindMovesTrafficUnlessPreflightHasJudgedIt() {
        Seeds.each(WALKS, world -> walk(world, template -> template));
    }

    /** The guard of this: a change of the listener alone that wakes nobody writes the template's weights. */
    @Test
    void withoutTheListenerAsRenderedInTheirPropertiesAWalkFindsTrafficMovedUnjudged() {
        assertThatThrownBy(() -> Seeds.each(WALKS, world -> walk(world, Template::untold)))
                .hasMessageContaining("live before they are written");
    }

    private static void walk(World world, UnaryOperator<Template> told) {
        Template template = told.apply(Shop.says(Shop.PROMOTED));
        world.settled(template, 2 + world.any(4));
        world.promoted(Color.BLUE);
        for (int deploy = 0; deploy < DEPLOYS; deploy++) {
            byHand(world);
            template = deploy(world, template);
        }
        Shop.nothingIsLost(world);
    }

    /** An emergency, a rule made beside the stack, or nothing. */
    private static void byHand(World world) {
        boolean both =
                !world.hosts(Color.BLUE).isEmpty() && !world.hosts(Color.GREEN).isEmpty();
        if (both && world.listeners().areSeveral() && world.any(4) == 0) {
            world.listeners().handOnOne(world.any(HANDS));
        } else if (both && world.any(3) > 0) {
            world.hand(world.any(HANDS));
        }
        world.listeners().secondRule(world.any(8) == 0);
        world.seconds(200 + world.any(300));
    }

    /** One more deploy; returns the template that the stack has then. */
    private static Template deploy(World world, Template before) {
        Template next = change(world, before);
        if (world.any(6) == 0) {
            world.in(world.any(WHOLE_DEPLOY), world.stack()::cancel);
        }
        String was = world.live();
        String end = world.deploy(next);
        world.rest();
        assertThat(end).isIn(Shop.COMPLETE, Shop.WENT_BACK);
        assertThat(world.live().equals(was) || world.stack().touched(Part.PREFLIGHT))
                .as("traffic moved from %s to %s, and Preflight was not asked", was, world.live())
                .isTrue();
        return end.equals(Shop.COMPLETE) ? next : before;
    }

    private static Template change(World world, Template before) {
        Template next = before;
        if (world.any(2) == 0) {
            next = next.listening("policy " + world.any(4) + ", cost centre " + world.any(4));
        }
        if (world.any(2) == 0) {
            next = next.with(world.any(RELEASES));
            next = world.any(2) == 0 ? next.allowed() : next;
        }
        if (world.any(3) == 0) {
            next = next.beside(world.any(List.of(Part.NEIGHBOR, Part.LAST)), "fail:" + world.any(WHOLE_DEPLOY));
        } else {
            next = next.beside(Part.NEIGHBOR, "word " + world.any(9)).beside(Part.LAST, "a");
        }
        return next;
    }
}
