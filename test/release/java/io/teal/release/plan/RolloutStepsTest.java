package io.teal.release.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.Strategy;
import io.teal.release.observation.HookPoint;
import io.teal.release.observation.Weights;
import io.teal.release.step.Evidence;
import io.teal.release.step.Sizing;
import io.teal.release.step.Step;
import io.teal.release.steps.LowerFleet;
import io.teal.release.steps.MoveTraffic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutStepsTest {
    private static final Plans PLANS = new Plans(Timing.DEFAULT);
    private static final Duration HOLD = Duration.ofMinutes(5);
    private static final Gating GATING = new Gating(Evidence.REQUIRED, 100, HookPoint.BEFORE_TRAFFIC);

    private static Plan rollout(int percent) {
        return PLANS.shift(Color.GREEN, Weights.of(Color.GREEN, 0), 100, new Strategy.Rollout(percent, HOLD), GATING);
    }

    @Test
    void aRolloutGivesHostsAwayAfterEachShareWasWatchedAndLetsThemEndBeforeItLaunchesMore() {
        List<String> names = rollout(50).steps().stream().map(Step::name).toList();
        assertThat(names.subList(3, names.size()).stream().filter(name -> !name.equals("call hook")))
                .containsExactly(
                        "verify fleet",
                        "move traffic",
                        "spread weights",
                        "watch alarms",
                        "lower fleet",
                        "end hosts",
                        "move traffic",
                        "spread weights",
                        "watch alarms",
                        "lower fleet",
                        "mark version");
    }

    @Test
    void eachShareOfARolloutKeepsTheHostsOfTheOneBefore() {
        List<Integer> kept = rollout(25).steps().stream()
                .filter(MoveTraffic.class::isInstance)
                .map(step -> ((Sizing.Shared) ((MoveTraffic) step).sizing()).kept())
                .toList();
        assertThat(kept).containsExactly(100, 75, 50, 25);
    }

    @Test
    void aShareThatRestsGivesNoHostAway() {
        Plan rests = PLANS.shift(Color.GREEN, Weights.of(Color.GREEN, 0), 30, new Strategy.Rollout(50, HOLD), GATING);
        assertThat(rests.steps()).noneMatch(LowerFleet.class::isInstance);
    }

    @Test
    void theWayBackOfARolloutHasTimeForHostsToBoot() {
        Duration boot = PLANS.timing().boot();
        Plan doubled = PLANS.shift(Color.GREEN, Weights.of(Color.GREEN, 0), 100, new Strategy.Linear(50, HOLD), GATING);
        assertThat(rollout(50).wayBack()).isEqualTo(doubled.wayBack().plus(boot));
        assertThat(PLANS.emergency(Color.BLUE).steps().get(1).patience()).isGreaterThan(boot);
    }

    @Test
    void aRolloutByHalfFitsIntoTheHourAndOneByAQuarterOnlyWithAShorterBoot() {
        assertThat(Budget.of(PLANS.shift(
                        Color.GREEN,
                        Weights.of(Color.GREEN, 0),
                        100,
                        new Strategy.Rollout(50, HOLD),
                        new Gating(GATING.evidence(), GATING.samples()))))
                .isEqualTo(Duration.ofHours(1));
        assertThat(Budget.refusal(rollout(25)))
                .hasValueSatisfying(refusal -> assertThat(refusal.line())
                        .contains("move traffic 1890s", "end hosts 6m", "shorten boot, which each share counts")
                        .doesNotContain("bin/teal next"));
    }
}
