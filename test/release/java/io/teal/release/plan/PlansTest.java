package io.teal.release.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Strategy;
import io.teal.release.observation.HookPoint;
import io.teal.release.observation.Weights;
import io.teal.release.step.Evidence;
import io.teal.release.step.Sizing;
import io.teal.release.step.Step;
import io.teal.release.steps.AwaitDrained;
import io.teal.release.steps.Hold;
import io.teal.release.steps.MarkVersion;
import io.teal.release.steps.MoveTraffic;
import io.teal.release.steps.RestStandby;
import io.teal.release.steps.ReturnHome;
import io.teal.release.steps.VerifyFleet;
import io.teal.release.steps.WatchAlarms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Laws of every strategy over an enumerated grid. */
class PlansTest {
    private static final Plans PLANS = new Plans(Timing.DEFAULT);
    private static final Gating GATING = new Gating(Evidence.REQUIRED, 100, HookPoint.BEFORE_TRAFFIC);
    private static final Duration HOLD = Duration.ofMinutes(5);

    private static List<Strategy> strategies() {
        List<Strategy> strategies = new ArrayList<>(List.of(new Strategy.AllAtOnce()));
        for (int percent = 1; percent <= 99; percent++) {
            strategies.add(new Strategy.Canary(percent, HOLD));
            strategies.add(new Strategy.Linear(percent, HOLD));
            strategies.add(new Strategy.Rollout(percent, HOLD));
        }
        return strategies;
    }

    /** Every strategy, from every share to every larger one. */
    private static void everyShift(Consumer<Plan> law) {
        for (Strategy strategy : strategies()) {
            for (int from = 0; from < 100; from += 7) {
                for (int to = from + 1; to <= 100; to += to == 99 ? 1 : 7) {
                    law.accept(PLANS.shift(Color.GREEN, Weights.of(Color.GREEN, from), to, strategy, GATING));
                }
                law.accept(PLANS.shift(Color.BLUE, Weights.of(Color.BLUE, from), 100, strategy, GATING));
            }
        }
    }

    private static List<Integer> shares(Plan plan) {
        return plan.steps().stream()
                .filter(MoveTraffic.class::isInstance)
                .map(step -> ((MoveTraffic) step).percent())
                .toList();
    }

    @Test
    void sharesOnlyRiseAndEndWhereTheReleaseSettles() {
        for (Strategy strategy : strategies()) {
            for (int from = 0; from <= 100; from++) {
                for (int to = 0; to <= 100; to++) {
                    List<Integer> shares = strategy.shares(from, to);
                    List<Integer> rising = shares.stream().sorted().distinct().toList();
                    assertThat(shares).isEqualTo(rising);
                    assertThat(shares.isEmpty()).isEqualTo(to <= from);
                    assertThat(shares.isEmpty() || shares.get(0) > from && shares.get(shares.size() - 1) == to)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aCanaryIsOneShareAndTheRestAndALinearStepIsNeverLargerThanAsked() {
        for (int percent = 1; percent <= 99; percent++) {
            assertThat(new Strategy.Canary(percent, HOLD).shares(0, 100)).containsExactly(percent, 100);
            List<Integer> shares = new Strategy.Linear(percent, HOLD).shares(0, 100);
            int before = 0;
            for (int share : shares) {
                assertThat(share - before).isBetween(1, percent);
                before = share;
            }
        }
    }

    @Test
    void everyMoveFollowsTheProofOfAFleetAndIsHeldAndWatched() {
        everyShift(plan -> {
            List<Step> steps = plan.steps();
            for (int index = 0; index < steps.size(); index++) {
                if (steps.get(index) instanceof MoveTraffic) {
                    assertThat(steps.subList(0, index)).anyMatch(VerifyFleet.class::isInstance);
                    assertThat(steps.get(index + 1)).isInstanceOf(Hold.class);
                    assertThat(steps.get(index + 2)).isInstanceOf(WatchAlarms.class);
                }
            }
        });
    }

    @Test
    void theBakeTakesWhatEvidenceThereIsAndTheStepsBeforeItAskForEnough() {
        everyShift(plan -> {
            List<WatchAlarms> watches = plan.steps().stream()
                    .filter(WatchAlarms.class::isInstance)
                    .map(WatchAlarms.class::cast)
                    .toList();
            WatchAlarms bake = watches.get(watches.size() - 1);
            assertThat(bake.evidence()).isEqualTo(Evidence.IF_ANY);
            assertThat(watches.subList(0, watches.size() - 1))
                    .allMatch(watch -> watch.evidence() == Evidence.REQUIRED
                            && watch.takes().equals(HOLD));
        });
    }

    @Test
    void onlyAPromoteMarksTheVersion() {
        everyShift(plan -> assertThat(plan.steps().stream().anyMatch(MarkVersion.class::isInstance))
                .isEqualTo(shares(plan).contains(100)));
    }

    @Test
    void everyStepHasADeadlineAfterTheTimeItTakes() {
        everyShift(plan -> {
            assertThat(plan.steps()).allMatch(step -> step.patience().compareTo(step.takes()) > 0);
            assertThat(plan.back()).hasOnlyElementsOfType(ReturnHome.class);
        });
    }

    /** In the first tick a late write may hide someone else's. */
    @Test
    void aRollbackWaitsATickLongerThanTrafficTakesToDrain() {
        List<Step> steps = PLANS.recover(Weights.of(Color.BLUE, 100)).steps();
        Timing timing = PLANS.timing();
        assertThat(steps.get(steps.size() - 1).takes())
                .isEqualTo(timing.spread().plus(timing.drain()).plus(timing.tick()));
    }

    @Test
    void aShiftToTheShareItHasMovesNothing() {
        Plan start = PLANS.shift(Color.GREEN, Weights.of(Color.GREEN, 0), 0, new Strategy.AllAtOnce(), GATING);
        assertThat(shares(start)).isEmpty();
        assertThat(start.steps()).anyMatch(VerifyFleet.class::isInstance);
    }

    @Test
    void aPlanThatFitsIntoTheHourIsNotRefused() {
        Plan plan = PLANS.shift(Color.GREEN, Weights.of(Color.GREEN, 0), 100, new Strategy.Canary(10, HOLD), GATING);
        assertThat(Budget.of(plan)).isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(Budget.refusal(plan)).isEmpty();
    }

    @Test
    void aPlanLongerThanTheHourIsRefusedWithTheSumAndTheWayOut() {
        Strategy slow = new Strategy.Linear(10, HOLD);
        Plan plan = PLANS.shift(Color.GREEN, Weights.of(Color.GREEN, 0), 100, slow, GATING);
        assertThat(Budget.refusal(plan))
                .hasValueSatisfying(refusal -> assertThat(refusal.line())
                        .contains(
                                "CloudFormation waits 60m",
                                "verify fleet 10m",
                                "watch alarms 55m",
                                "way back",
                                "bin/teal next")
                        .doesNotContain("\n"));
    }

    @Test
    void aRollbackInWhichTrafficDrainsLongerThanCloudFormationWaitsIsRefusedWithTheTimeThatIsMissing() {
        assertThat(Budget.draining(Timings.draining(Duration.ofSeconds(3120)))).isEmpty();
        assertThat(Budget.draining(Timings.draining(Duration.ofHours(1)))).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason())
                    .startsWith("a rollback takes 66m and has 58m: stop older runs 90s + settle 30s");
            assertThat(refusal.remedy()).isEqualTo("shorten deregistrationDelay, 3600 s now, by 480 s or more");
        });
        assertThat(Budget.draining(Timings.sticky(Duration.ofHours(1))))
                .hasValueSatisfying(refusal -> assertThat(refusal.remedy())
                        .isEqualTo("shorten the time for which clients stay, 3600 s now, by 480 s or more"));
    }

    @Test
    void aFleetIsColdWhenRequestsHaveDrainedAndClientsHaveLetGo() {
        assertThat(Timings.sticky(Duration.ZERO).cold()).hasSeconds(120 + 120);
        assertThat(Timings.sticky(Duration.ofMinutes(1)).cold()).hasSeconds(120 + 120);
        assertThat(Timings.sticky(Duration.ofMinutes(10)).cold()).hasSeconds(120 + 600);
        Plans plans = new Plans(Timings.sticky(Duration.ofMinutes(10)));
        assertThat(plans.cool(Color.BLUE, Weights.of(Color.GREEN, 100)).steps())
                .contains(new AwaitDrained(Color.BLUE, Duration.ofSeconds(720), Duration.ofSeconds(720 + 90)));
        assertThat(plans.recover(Weights.of(Color.GREEN, 100)).steps().get(3).takes())
                .hasSeconds(720 + 30);
    }

    @Test
    void aStandbyGivesItsHostsAwayLastAndOnlyIfAllTrafficHasLeftIt() {
        Plans resting = new Plans(Timing.DEFAULT, 0, 1);
        Weights home = Weights.of(Color.BLUE, 100);
        for (Strategy strategy : strategies()) {
            List<Step> steps =
                    resting.shift(Color.GREEN, home, 100, strategy, GATING).steps();
            Step last = steps.get(steps.size() - 1);
            assertThat(last).isInstanceOf(strategy.sharesCapacity() ? MarkVersion.class : RestStandby.class);
            assertThat(steps).filteredOn(RestStandby.class::isInstance).hasSizeLessThan(2);
            assertThat(PLANS.shift(Color.GREEN, home, 100, strategy, GATING).steps())
                    .noneMatch(RestStandby.class::isInstance);
            assertThat(resting.shift(Color.GREEN, home, 10, strategy, GATING).steps())
                    .noneMatch(RestStandby.class::isInstance);
        }
    }

    @Test
    void aColourThatIsToHaveNoTrafficIsVerifiedSmallAndAnyOtherWhole() {
        Plans resting = new Plans(Timing.DEFAULT, 0, 2);
        Weights home = Weights.of(Color.BLUE, 100);
        Strategy once = new Strategy.AllAtOnce();
        Step small = new VerifyFleet(100, new Sizing.AtLeast(2), Timing.DEFAULT.boot());
        Step whole = new VerifyFleet(Timing.DEFAULT.boot());
        assertThat(resting.shift(Color.GREEN, home, 0, once, GATING).steps()).contains(small);
        assertThat(resting.verify(Color.GREEN, 0, once).steps()).contains(small);
        assertThat(resting.shift(Color.GREEN, home, 10, once, GATING).steps()).contains(whole);
        assertThat(resting.shift(Color.GREEN, home, 100, once, GATING).steps()).contains(whole);
        assertThat(resting.verify(Color.GREEN, 10, once).steps()).contains(whole);
        assertThat(PLANS.shift(Color.GREEN, home, 0, once, GATING).steps()).contains(whole);
    }

    @Test
    void aDeployThatSettlesWaitsUntilTheClientsOfTheOtherColourHaveLetGo() {
        Plans plans = new Plans(Timings.sticky(Duration.ofMinutes(10)));
        Plan settle = plans.settle(Color.GREEN, Weights.of(Color.BLUE, 100), GATING);
        assertThat(settle.steps())
                .contains(new AwaitDrained(Color.GREEN, Duration.ofSeconds(720), Duration.ofSeconds(720 + 90)))
                .noneMatch(MoveTraffic.class::isInstance);
        assertThat(plans.settle(Color.GREEN, Weights.of(Color.BLUE, 90), GATING).steps())
                .noneMatch(AwaitDrained.class::isInstance);
    }

    @Test
    void weightsThatAreHeldShorterThanACallMayTakeAreRefused() {
        Duration tick = Duration.ofSeconds(30);
        Duration short1 = Duration.ofSeconds(29);
        assertThatThrownBy(() -> new Timing(tick, tick, tick, tick, short1, tick, tick, tick, Duration.ZERO))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("spread must be at least one tick");
    }
}
