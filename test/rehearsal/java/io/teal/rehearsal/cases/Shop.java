package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Template;
import io.teal.rehearsal.sim.World;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Version;
import java.util.List;
import java.util.stream.Stream;

/** The service of the cases, and the life it leads. */
final class Shop {
    static final String COMPLETE = "UPDATE_COMPLETE";
    static final String WENT_BACK = "UPDATE_ROLLBACK_COMPLETE";

    static final Release ONE = Release.first(Color.BLUE, Version.of("1.0.0"));
    static final Release STARTED = ONE.start(Version.of("2.0.0"));
    static final Release RESTING = STARTED.rest(10);
    static final Release PROMOTED = STARTED.promote();
    static final Release RETIRED = PROMOTED.retire();

    static final List<String> DOUBLING = List.of("all-at-once", "canary:10%,1m", "linear:25%,1m");
    static final List<String> STRATEGIES =
            Stream.concat(DOUBLING.stream(), Stream.of("rollout:50%,1m")).toList();

    private Shop() {}

    static Template says(Release release) {
        return Template.of(release, World.TIMING);
    }

    /** The same release, moved in any way. */
    static Template says(Release release, World world) {
        return says(release).by(world.any(STRATEGIES));
    }

    /** {@code release} was deployed long ago. */
    static Template settled(World world, Release release) {
        Template template = says(release);
        world.settled(template, 2 + world.any(4));
        return template;
    }

    /** Green is active, and blue was before it. */
    static Template promoted(World world) {
        Template template = settled(world, PROMOTED);
        world.promoted(Color.BLUE);
        return template;
    }

    /**
     * The deploy has succeeded or gone back, and traffic is where that says; nobody has lost anything. Where Lambda has
     * given up on an event, CloudFormation waits in vain, and only the last is asked.
     */
    static void endsWell(World world, String end, String before, String after) {
        if (world.lostAnEvent()) {
            nothingIsLost(world);
            return;
        }
        assertThat(end).isIn(COMPLETE, WENT_BACK);
        assertThat(world.live()).isEqualTo(end.equals(COMPLETE) ? after : before);
        nothingIsLost(world);
    }

    static void goesBack(World world, String end, String before) {
        if (world.lostAnEvent()) {
            nothingIsLost(world);
            return;
        }
        assertThat(end).isEqualTo(WENT_BACK);
        assertThat(world.live()).isEqualTo(before);
        nothingIsLost(world);
    }

    static void completes(World world, String end, String after) {
        assertThat(world.reasons()).isEmpty();
        assertThat(end).isEqualTo(COMPLETE);
        assertThat(world.live()).isEqualTo(after);
        nothingIsLost(world);
    }

    /** Runs that nobody waits for any more must end too, and do no harm. */
    static void nothingIsLost(World world) {
        world.rest();
        world.seconds(World.TIMING.spread().toSeconds());
        assertThat(world.ledger().lost()).isZero();
        assertThat(world.ledger().answered()).isPositive();
    }
}
