package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stays in a deploy's way until a person changes something. */
@Worlds
class ObstacleTest {
    private static final int WHOLE_DEPLOY = 450;
    private static final int MINUTES = 300;
    private static final List<String> READS = List.of(
            "DescribeListeners", "DescribeRules", "DescribeAutoScalingGroups", "DescribeTargetHealth", "GetResources");

    @Test
    void aSecondRuleThatForwardsToBothColoursRefusesTheDeployAndTheStackIsBackInMinutes() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.STARTED);
            world.listeners().secondRule(true);
            long began = world.now();
            Shop.goesBack(world, world.deploy(Shop.says(Shop.PROMOTED)), "100/0");
            assertThat(took(world, began)).isLessThan(MINUTES);
            assertThat(world.reasons().get(0))
                    .startsWith("Preflight: cannot begin: 2 rules of ")
                    .contains("change or delete the others");
        });
    }

    /** Shop.goesBack rests for the time that weights take to spread. */
    private static long took(World world, long began) {
        return world.now() - began - World.TIMING.spread().toSeconds();
    }

    @Test
    void aRightThatIsMissingRefusesTheDeployAndTheStackIsBackInMinutes() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.STARTED);
            world.faults().deny(world.any(READS.subList(0, 2)), "AccessDenied");
            long began = world.now();
            Shop.goesBack(world, world.deploy(Shop.says(Shop.PROMOTED)), "100/0");
            assertThat(took(world, began)).isLessThan(MINUTES);
            assertThat(world.reasons().get(0)).contains("AccessDenied", "let the role of the release function");
        });
    }

    @Test
    void whatIsInTheWayFromAnyMomentOnAndIsRemovedLaterLosesNothing() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            long at = Math.round(world.part() * WHOLE_DEPLOY);
            boolean second = world.any(2) == 0;
            String read = world.any(READS);
            world.in(at, () -> {
                if (second) {
                    world.listeners().secondRule(true);
                } else {
                    world.faults().deny(read, "AccessDenied");
                }
            });
            world.in(at + 600, () -> {
                world.listeners().secondRule(false);
                world.faults().allow();
            });
            Shop.endsWell(world, world.deploy(Shop.says(Shop.PROMOTED, world)), "100/0", "0/100");
        });
    }
}
