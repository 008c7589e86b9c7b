package io.teal.release.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Slot;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Gating;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final Version ONE = Version.of("1.0.0");
    private static final Version TWO = Version.of("2.0.0");
    private static final Release FIRST = Release.first(Color.BLUE, ONE);
    private static final Release STARTED = FIRST.start(TWO);
    private static final Release PROMOTED = STARTED.promote();
    private static final RunningFleet OLD = new RunningFleet(ONE, "7", 4, true);
    private static final RunningFleet NEW = new RunningFleet(TWO, "3", 4, false);
    private static final RunningFleet NEW_SERVED = new RunningFleet(TWO, "3", 4, true);

    private static DeployRequest asked(Release release) {
        return asked(new ReleaseRequest(release, Optional.empty(), false), new Strategy.AllAtOnce(), 9);
    }

    private static DeployRequest asked(ReleaseRequest request, Strategy strategy, int max) {
        Map<Color, String> newest = Map.of(Color.BLUE, "8", Color.GREEN, "3");
        Map<Color, Integer> most = Map.of(Color.BLUE, max, Color.GREEN, max);
        Gating gating = new Gating(Evidence.REQUIRED, 100);
        return new DeployRequest(request, ReleaseSource.flags(""), strategy, gating, newest, most);
    }

    private static LiveState live(Weights weights, Map<Color, RunningFleet> fleets) {
        return new LiveState(Optional.of(weights), fleets, 100);
    }

    private static LiveState blueWithStandby() {
        return live(new Weights(100, 0), Map.of(Color.BLUE, OLD, Color.GREEN, NEW));
    }

    private static Verdict forward(Release settled, DeployRequest asked, LiveState live) {
        return Preflight.judge(Direction.FORWARD, Optional.of(ReleaseRequest.of(settled)), asked, live);
    }

    private static Verdict.Refused refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        Verdict.Refused refused = (Verdict.Refused) verdict;
        assertThat(refused.line()).doesNotContain("\n").contains("; ");
        return refused;
    }

    private static Verdict.Accepted accepted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return (Verdict.Accepted) verdict;
    }

    @Test
    void theFiveDeploysOfTwoReleasesAreAccepted() {
        LiveState blue = live(new Weights(100, 0), Map.of(Color.BLUE, OLD));
        LiveState tenth = live(new Weights(90, 10), Map.of(Color.BLUE, OLD, Color.GREEN, NEW));
        LiveState green = live(new Weights(0, 100), Map.of(Color.BLUE, OLD, Color.GREEN, NEW_SERVED));
        accepted(forward(FIRST, asked(STARTED), blue));
        accepted(forward(STARTED, asked(STARTED.rest(10)), blueWithStandby()));
        accepted(forward(STARTED.rest(10), asked(PROMOTED), tenth));
        accepted(forward(PROMOTED, asked(PROMOTED.retire()), green));
        accepted(forward(FIRST, asked(PROMOTED), blue));
    }

    @Test
    void aServingAndAPromotedColorKeepTheirConfigurationAndAnyOtherGetsTheNewest() {
        assertThat(accepted(forward(STARTED, asked(PROMOTED), blueWithStandby()))
                        .pins())
                .containsEntry(Color.BLUE, "7")
                .containsEntry(Color.GREEN, "3");
        LiveState green = live(new Weights(0, 100), Map.of(Color.BLUE, OLD, Color.GREEN, NEW_SERVED));
        Verdict.Accepted unchanged = accepted(forward(PROMOTED, asked(PROMOTED), green));
        assertThat(unchanged.pins()).containsEntry(Color.BLUE, "8");
        assertThat(unchanged.cold()).containsExactly(Color.BLUE);
    }

    @Test
    void aFleetThatGoesMustBeCold() {
        LiveState green = live(new Weights(0, 100), Map.of(Color.BLUE, OLD, Color.GREEN, NEW_SERVED));
        assertThat(accepted(forward(PROMOTED, asked(PROMOTED.retire()), green)).cold())
                .containsExactly(Color.BLUE);
    }

    @Test
    void aRunningColorThatIsNotNamedIsRefusedWithBothWaysOut() {
        Release forgot = new Release(Color.BLUE, Slot.runs(ONE), Slot.UNSAID, 0);
        assertThat(refused(forward(STARTED, asked(forgot), blueWithStandby())).line())
                .isEqualTo("green runs 2.0.0 and your flags do not name it; add -c greenVersion=2.0.0 to keep it or"
                        + " -c greenVersion=none to retire it");
    }

    @Test
    void trafficMovedByHandIsWrittenDownFirst() {
        LiveState back = live(new Weights(100, 0), Map.of(Color.BLUE, OLD, Color.GREEN, NEW_SERVED));
        assertThat(refused(forward(PROMOTED, asked(PROMOTED), back)).line())
                .isEqualTo("live weights are 100/0 and the template says 0/100; deploy -c activeColor=blue"
                        + " -c blueVersion=1.0.0 -c greenVersion=2.0.0 first, which moves nothing");
        Verdict.Accepted settles = accepted(forward(PROMOTED, asked(PROMOTED.rollBack()), back));
        assertThat(settles.pins()).containsEntry(Color.BLUE, "7").containsEntry(Color.GREEN, "3");
        assertThat(settles.cold()).isEmpty();
    }

    @Test
    void aDeployOfAServiceWithoutAProductionRuleIsRefused() {
        LiveState dark = new LiveState(Optional.empty(), Map.of(Color.BLUE, OLD), 100);
        Verdict.Refused refused = refused(forward(FIRST, asked(FIRST), dark));
        assertThat(refused.rule()).isEqualTo(Rule.LIVE_IS_SETTLED);
        assertThat(refused.reason()).isEqualTo("no rule of the load balancer forwards to both colours");
    }

    @Test
    void anOldStartRunAgainAfterAPromoteIsRefusedUnlessAllowed() {
        LiveState green = live(new Weights(0, 100), Map.of(Color.BLUE, OLD, Color.GREEN, NEW_SERVED));
        assertThat(refused(forward(PROMOTED, asked(STARTED), green)).rule()).isEqualTo(Rule.RETURNING_IS_ALLOWED);
        ReleaseRequest allowed = new ReleaseRequest(STARTED, Optional.empty(), true);
        accepted(forward(PROMOTED, asked(allowed, new Strategy.AllAtOnce(), 9), green));
    }

    @Test
    void whatServesIsLeftAloneAndARestartComesBeforeAPromote() {
        Release patched = new Release(Color.BLUE, Slot.runs(Version.of("1.0.1")), Slot.EMPTY, 0);
        LiveState blue = live(new Weights(100, 0), Map.of(Color.BLUE, OLD));
        assertThat(refused(forward(FIRST, asked(patched), blue)).rule()).isEqualTo(Rule.SERVING_COLOR_IS_LEFT_ALONE);
        Release both = FIRST.start(Version.of("3.0.0")).promote();
        assertThat(refused(forward(STARTED, asked(both), blueWithStandby())).rule())
                .isEqualTo(Rule.RESTART_COMES_BEFORE_PROMOTE);
    }

    @Test
    void noTrafficMovesIfANightMayTakeTheHostsMeanwhile() {
        Nightfall soon = new Nightfall("Night", Instant.parse("2026-11-27T20:00:00Z"), Duration.ofMinutes(32));
        LiveState before = new LiveState(
                Optional.of(new Weights(100, 0)), Map.of(Color.BLUE, OLD, Color.GREEN, NEW), 100, Optional.of(soon));
        assertThat(refused(forward(STARTED, asked(PROMOTED), before)).line())
                .isEqualTo("schedule Night takes all hosts away at 2026-11-27T20:00:00Z, and this release may take 32"
                        + " minutes; deploy after that time, which starts hosts again, or so much earlier");
        accepted(forward(STARTED, asked(STARTED), before));
        accepted(forward(STARTED, asked(STARTED.retire()), before));
    }

    @Test
    void aFleetTooSmallAndAGateWithoutTrafficAreRefused() {
        ReleaseRequest promote = ReleaseRequest.of(PROMOTED);
        assertThat(refused(forward(STARTED, asked(promote, new Strategy.AllAtOnce(), 3), blueWithStandby()))
                        .line())
                .isEqualTo("maxCapacity 3 is below green's 4 hosts; raise it to 4 or more");
        LiveState blue = live(new Weights(100, 0), Map.of(Color.BLUE, OLD));
        ReleaseRequest same = ReleaseRequest.of(FIRST);
        assertThat(refused(forward(FIRST, asked(same, new Strategy.AllAtOnce(), 1), blue))
                        .line())
                .isEqualTo("maxCapacity 1 is below blue's " + OLD.desired() + " hosts; raise it to " + OLD.desired()
                        + " or more");
        Strategy canary = new Strategy.Canary(10, Duration.ofMinutes(5));
        assertThat(refused(forward(STARTED, asked(promote, canary, 9), blueWithStandby()))
                        .line())
                .startsWith("the first step would see about 0 requests, by last hour's traffic, and waits for 100; ");
    }

    @Test
    void portsThatDifferAreBroughtTogetherBeforeAnyDeploy() {
        LiveState apart = live(Weights.parse("100/0 + 0/100"), Map.of(Color.BLUE, OLD, Color.GREEN, NEW));
        assertThat(refused(forward(STARTED, asked(STARTED), apart)).line())
                .isEqualTo("live weights are 100/0 + 0/100 and the template says 100/0; give all ports to one colour by"
                        + " teal rollback first");
    }

    @Test
    void backwardOnDeleteAndOnFirstCreateNothingIsRefused() {
        LiveState strayed = live(new Weights(50, 50), Map.of(Color.BLUE, OLD, Color.GREEN, NEW));
        for (Direction direction : new Direction[] {Direction.BACKWARD, Direction.DELETE}) {
            accepted(Preflight.judge(direction, Optional.of(ReleaseRequest.of(STARTED)), asked(PROMOTED), strayed));
        }
        LiveState nothing = new LiveState(Optional.empty(), Map.of(), 0);
        assertThat(accepted(Preflight.judge(Direction.FORWARD, Optional.empty(), asked(FIRST), nothing))
                        .pins())
                .containsExactly(Map.entry(Color.BLUE, "8"));
    }
}
