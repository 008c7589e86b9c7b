package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Part;
import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.rehearsal.sim.World;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Slot;
import io.teal.release.Version;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Gating;
import io.teal.release.step.Evidence;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** A refused deploy is taken back by the stack, and no host and no weight has noticed. */
@Worlds
class RefusedTest {
    private static final Slot THREE = Slot.runs(Version.of("3.0.0"));

    private static void isRefused(Release first, BiFunction<World, Template, Template> asks, String... says) {
        Seeds.each(world -> {
            Template settled = Shop.settled(world, first);
            Template next = asks.apply(world, settled);
            String live = world.live();
            Set<String> blue = world.hosts(Color.BLUE);
            Set<String> green = world.hosts(Color.GREEN);
            Shop.goesBack(world, world.deploy(next), live);
            assertThat(world.reasons()).hasSize(1);
            assertThat(world.reasons().get(0)).startsWith("Preflight").contains(says);
            assertThat(world.hosts(Color.BLUE)).isEqualTo(blue);
            assertThat(world.hosts(Color.GREEN)).isEqualTo(green);
        });
    }

    private static Release release(Color active, Slot blue, Slot green) {
        return new Release(active, blue, green, 0);
    }

    @Test
    void staleFlagsThatDoNotNameTheColorThatServesAreRefused() {
        isRefused(
                Shop.PROMOTED,
                (world, first) -> first.with(release(Color.BLUE, Slot.runs(Version.of("1.0.0")), Slot.UNSAID)),
                "green runs 2.0.0",
                "do not name it");
    }

    @Test
    void aRunningColorLeftUnsaidIsRefused() {
        isRefused(
                Shop.PROMOTED,
                (world, first) -> first.with(release(Color.GREEN, Slot.UNSAID, Slot.runs(Version.of("2.0.0")))),
                "blue runs 1.0.0",
                "do not name it");
    }

    @Test
    void anOldStartDeployThatIsRunAgainAfterAPromoteIsRefused() {
        isRefused(
                Shop.PROMOTED,
                (world, first) -> {
                    world.promoted(Color.BLUE);
                    return first.with(Shop.STARTED);
                },
                "traffic would return to blue",
                "allow=roll-back");
    }

    @Test
    void aVersionThatWasPromotedOnceIsNotReturnedToUnasked() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.STARTED);
            Shop.completes(world, world.deploy(Shop.says(Shop.PROMOTED)), "0/100");
            Shop.completes(world, world.deploy(Shop.says(Shop.STARTED).allowed()), "100/0");
            Shop.goesBack(world, world.deploy(Shop.says(Shop.PROMOTED)), "100/0");
            assertThat(world.reasons().get(0)).contains("traffic would return to green");
        });
    }

    @Test
    void aColorThatAHandHasJustTakenTrafficFromIsRetiredOnlyWhenItIsCold() {
        Seeds.each(world -> {
            Template first = Shop.settled(world, Shop.STARTED);
            world.hand(new Weights(50, 50));
            world.seconds(10 + world.any(60));
            world.hand(new Weights(100, 0));
            Shop.completes(world, world.deploy(first.with(Shop.STARTED.retire())), "100/0");
            assertThat(world.hosts(Color.GREEN)).isEmpty();
        });
    }

    @Test
    void aDeployAfterWeightsWereMovedByHandIsRefusedUnlessItSettlesThem() {
        isRefused(
                Shop.PROMOTED,
                (world, first) -> {
                    world.hand(new Weights(100, 0));
                    world.seconds(120);
                    return first.with(Shop.RETIRED);
                },
                "live weights are 100/0",
                "activeColor=blue");
    }

    @Test
    void aChangeToAColorThatHasTrafficIsRefused() {
        isRefused(
                Shop.RESTING,
                (world, first) -> first.with(release(Color.BLUE, Slot.runs(Version.of("1.0.0")), Slot.EMPTY)),
                "green has 10 percent");
        isRefused(
                Shop.ONE, (world, first) -> first.with(release(Color.BLUE, THREE, Slot.EMPTY)), "blue has 100 percent");
    }

    @Test
    void aRestartAndAPromoteInOneDeployAreRefused() {
        isRefused(
                Shop.STARTED,
                (world, first) -> first.with(release(Color.GREEN, Slot.runs(Version.of("1.0.0")), THREE)),
                "replaced and given traffic at once");
    }

    @Test
    void aFleetThatMayNotGrowToTheSizeOfTheLiveOneIsRefused() {
        isRefused(
                Shop.ONE,
                (world, first) -> {
                    world.hazards().scale(Color.BLUE, 6);
                    world.seconds(200);
                    return first.with(Shop.STARTED).sized(5);
                },
                "raise it to");
    }

    @Test
    void evidenceThatCannotComeIsRefused() {
        isRefused(
                Shop.STARTED,
                (world, first) ->
                        first.with(Shop.PROMOTED).by("canary:1%,1m").gated(new Gating(Evidence.REQUIRED, 1000)),
                "last hour's traffic");
    }

    @Test
    void anUnrelatedUpdateWhileLiveDiffersMovesNothing() {
        Seeds.each(world -> {
            Template first = Shop.promoted(world);
            world.hand(new Weights(100, 0));
            world.seconds(world.any(120));
            String end = world.deploy(first.beside(Part.NEIGHBOR, world.any(2) == 0 ? "b" : "fail:20"));
            assertThat(end).isIn(Shop.COMPLETE, Shop.WENT_BACK);
            assertThat(world.live()).isEqualTo("100/0");
            assertThat(world.stack().touched(Part.PREFLIGHT)).isFalse();
            Shop.nothingIsLost(world);
        });
    }

    @Test
    void aSaidNoneRetiresAColorOnlyWhenItHasBeenColdForAWhile() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.deploy(Shop.says(Shop.PROMOTED));
            world.seconds(world.any(60));
            Shop.completes(world, world.deploy(Shop.says(Shop.RETIRED)), "0/100");
            assertThat(world.hosts(Color.BLUE)).isEmpty();
        });
    }
}
