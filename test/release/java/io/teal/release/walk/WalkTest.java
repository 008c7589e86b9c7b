package io.teal.release.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.engine.Mutant;
import io.teal.release.search.Report;
import io.teal.release.step.Guard;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalkTest {
    /** Walks that may pass before one must notice; those that do notice stop at the first. */
    private static final int SEEDS = 8;

    private static final int STEPS = Integer.getInteger("walk.steps", 1_000_000);

    /** The same walks each time, so that a change is what fails a build; {@code -Dwalk.seed} takes others. */
    @Test
    void noRandomWalkBreaksALaw() {
        long seed = Long.getLong("walk.seed", 1);
        Report.line("walks from -Dwalk.seed=" + seed + ", -Dwalk.steps=" + STEPS);
        Walks walks = new Walks(Mutant.none());
        walks.go(seed, STEPS);
        Report.line(walks.outcomes().toString());
        assertThat(walks.outcomes()).containsKeys("PROMOTED", "ROLLED_BACK", "NEEDS_HUMAN");
    }

    /**
     * The guards whose lack shows soon in the laws that a walk checks, with real times and numbers; the searches miss
     * all.
     */
    @ParameterizedTest
    @EnumSource(
            value = Guard.class,
            names = {
                "STACK_STILL_GOES_THIS_WAY",
                "HEALTH_IS_YOUNG",
                "ENOUGH_HEALTHY",
                "IN_EVERY_GROUP",
                "RIGHT_RELEASE",
                "ALARM_TURNS_BACK",
                "CHANGES_ARE_HELD",
                "WATCH_TAKES_ITS_TIME",
                "WAY_BACK_SERVES",
                "HOME_IS_SETTLED",
                "PROMOTED_IS_MARKED"
            })
    void walksNoticeAMissingGuardAndShrinkTheWayThere(Guard guard) {
        assertThatThrownBy(() -> {
                    for (int seed = 1; seed <= SEEDS; seed++) {
                        new Walks(Mutant.without(guard)).go(seed, STEPS);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dwalk.seed=");
    }

    @Test
    void aWalkIsTheSameEachTime() {
        Walks one = new Walks(Mutant.none());
        Walks two = new Walks(Mutant.none());
        one.go(7, 2000);
        two.go(7, 2000);
        assertThat(one.outcomes()).isEqualTo(two.outcomes());
    }

    @Test
    void shrinkingKeepsOnlyWhatFails() {
        List<Integer> numbers = new Random(3).ints(200, 0, 50).boxed().toList();
        List<Integer> shortest = Shrinking.shortest(numbers, part -> part.contains(7) && part.contains(11));
        assertThat(shortest).containsExactlyInAnyOrder(7, 11);
    }
}
