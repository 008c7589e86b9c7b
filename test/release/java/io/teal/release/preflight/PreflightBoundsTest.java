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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Preflight's figures at the very edge of what is allowed: what a mutation tool found that no other test had. */
class PreflightBoundsTest {
    private static final Version ONE = Version.of("1.0.0");
    private static final Version TWO = Version.of("2.0.0");
    private static final Release STARTED = Release.first(Color.BLUE, ONE).start(TWO);
    private static final Release PROMOTED = STARTED.promote();
    private static final Map<Color, RunningFleet> BOTH =
            Map.of(Color.BLUE, new RunningFleet(ONE, "7", 4, true), Color.GREEN, new RunningFleet(TWO, "3", 4, false));

    @Test
    void aMaximumOfJustTheHostsThatAreNeededIsEnough() {
        assertThat(judge(PROMOTED, "all-at-once", 4, live(100, 0, 9000))).isInstanceOf(Verdict.Accepted.class);
        assertThat(judge(PROMOTED, "all-at-once", 3, live(100, 0, 9000))).isInstanceOf(Verdict.Refused.class);
    }

    /** 12,000 requests an hour are 1,000 in five minutes, and 100 for a tenth. */
    @Test
    void justEnoughRequestsForTheFirstStepAreEnough() {
        assertThat(judge(PROMOTED, "canary:10%,5m", 9, live(100, 0, 12_000))).isInstanceOf(Verdict.Accepted.class);
        assertThat(judge(PROMOTED, "canary:10%,5m", 9, live(100, 0, 11_999)))
                .extracting(verdict -> ((Verdict.Refused) verdict).reason())
                .isEqualTo("the first step would see about 99 requests, by last hour's traffic, and waits for 100");
    }

    @Test
    void aColourThatServesIsNamedWithItsShareAndVersion() {
        Release restarted = new Release(Color.BLUE, Slot.runs(ONE), Slot.runs(Version.of("3.0.0")), 10);
        Verdict verdict = Preflight.judge(
                Direction.FORWARD,
                Optional.of(ReleaseRequest.of(STARTED.rest(10))),
                asked(restarted, "all-at-once", 9),
                live(90, 10, 9000));
        assertThat(((Verdict.Refused) verdict).line())
                .isEqualTo("green has 10 percent of production and runs 2.0.0; keep -c greenVersion=2.0.0 until its"
                        + " traffic has moved away");
    }

    @Test
    void theLiveWeightsAreNotWrittenDownTogetherWithAnotherVersion() {
        Release other = new Release(Color.BLUE, Slot.runs(ONE), Slot.runs(Version.of("3.0.0")), 0);
        Verdict verdict = Preflight.judge(
                Direction.FORWARD,
                Optional.of(ReleaseRequest.of(PROMOTED)),
                asked(other, "all-at-once", 9),
                live(100, 0, 9000));
        assertThat(((Verdict.Refused) verdict).rule()).isEqualTo(Rule.LIVE_IS_SETTLED);
    }

    @Test
    void whereTheWeightsAreNotKnownEveryFleetKeepsItsConfiguration() {
        LiveState unknown = new LiveState(Optional.empty(), BOTH, 0);
        Verdict verdict = Preflight.judge(
                Direction.BACKWARD, Optional.of(ReleaseRequest.of(STARTED)), asked(STARTED, "all-at-once", 9), unknown);
        assertThat(((Verdict.Accepted) verdict).pins())
                .containsEntry(Color.BLUE, "7")
                .containsEntry(Color.GREEN, "3");
        Verdict known = Preflight.judge(
                Direction.FORWARD,
                Optional.of(ReleaseRequest.of(STARTED)),
                asked(STARTED, "all-at-once", 9),
                live(100, 0, 9000));
        assertThat(((Verdict.Accepted) known).pins())
                .containsEntry(Color.BLUE, "7")
                .containsEntry(Color.GREEN, "9");
    }

    private static Verdict judge(Release release, String strategy, int max, LiveState live) {
        return Preflight.judge(
                Direction.FORWARD, Optional.of(ReleaseRequest.of(STARTED)), asked(release, strategy, max), live);
    }

    private static DeployRequest asked(Release release, String strategy, int max) {
        return new DeployRequest(
                ReleaseRequest.of(release),
                ReleaseSource.flags(""),
                Strategy.parse(strategy),
                new Gating(Evidence.REQUIRED, 100),
                Map.of(Color.BLUE, "8", Color.GREEN, "9"),
                Map.of(Color.BLUE, max, Color.GREEN, max));
    }

    private static LiveState live(int blue, int green, long lastHour) {
        return new LiveState(Optional.of(new Weights(blue, green)), BOTH, lastHour);
    }
}
