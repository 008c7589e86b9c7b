package io.teal.release.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.SchemaStep;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Gating;
import io.teal.release.step.Evidence;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContractedSchemaTest {
    private static final Version ONE = Version.of("1.0.0");
    private static final Version TWO = Version.of("2.0.0");
    private static final Release PROMOTED =
            Release.first(Color.BLUE, ONE).start(TWO).promote();
    private static final RunningFleet BLUE = new RunningFleet(ONE, "7", 2, true);
    private static final RunningFleet GREEN = new RunningFleet(TWO, "3", 2, true);
    private static final ReleaseRequest CONTRACTED = ReleaseRequest.of(PROMOTED).with(SchemaStep.CONTRACTED);

    private static Verdict judge(ReleaseRequest settled, ReleaseRequest asked, Weights weights) {
        DeployRequest request = new DeployRequest(
                asked,
                ReleaseSource.flags(""),
                new Strategy.AllAtOnce(),
                new Gating(Evidence.IF_ANY, 10),
                Map.of(Color.BLUE, "7", Color.GREEN, "3"),
                Map.of(Color.BLUE, 9, Color.GREEN, 9));
        LiveState live = new LiveState(Optional.of(weights), Map.of(Color.BLUE, BLUE, Color.GREEN, GREEN), 100);
        return Preflight.judge(Direction.FORWARD, Optional.of(settled), request, live);
    }

    private static Verdict after(ReleaseRequest asked) {
        return judge(CONTRACTED, asked, new Weights(0, 100));
    }

    private static ReleaseRequest back(SchemaStep step) {
        return new ReleaseRequest(PROMOTED.rollBack(), Optional.empty(), true, step);
    }

    private static void refused(Verdict verdict, Rule rule, String line) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(((Verdict.Refused) verdict).rule()).isEqualTo(rule);
        assertThat(((Verdict.Refused) verdict).line()).isEqualTo(line);
    }

    @Test
    void aContractIsDeclaredByADeployThatMovesNothing() {
        assertThat(judge(ReleaseRequest.of(PROMOTED), CONTRACTED, new Weights(0, 100)))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(after(CONTRACTED)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void noTrafficGoesBackPastItWithAnyShareUnlessTheSchemaWasPutBack() {
        String line =
                "blue runs 1.0.0, which the schema does not fit since contract=true; release a new version, or put"
                        + " the schema back and add -c allow=past-contract";
        refused(after(back(SchemaStep.NONE)), Rule.CONTRACT_IS_NOT_PASSED, line);
        refused(after(back(SchemaStep.CONTRACTED)), Rule.CONTRACT_IS_NOT_PASSED, line);
        refused(
                after(ReleaseRequest.of(PROMOTED.rest(10)).with(SchemaStep.CONTRACTED)),
                Rule.CONTRACT_IS_NOT_PASSED,
                line);
        assertThat(after(back(SchemaStep.PUT_BACK))).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void trafficThatWasMovedBackByHandIsNotWrittenDownEither() {
        Verdict settles = judge(CONTRACTED, back(SchemaStep.NONE), new Weights(100, 0));
        assertThat(((Verdict.Refused) settles).rule()).isEqualTo(Rule.CONTRACT_IS_NOT_PASSED);
        assertThat(judge(CONTRACTED, back(SchemaStep.PUT_BACK), new Weights(100, 0)))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void itIsNotForgottenAsLongAsTheVersionBeforeRuns() {
        refused(
                after(ReleaseRequest.of(PROMOTED)),
                Rule.CONTRACT_IS_KEPT,
                "blue still runs 1.0.0, which the schema does not fit, and contract is not there any more; add"
                        + " -c contract=true until blue is retired");
        assertThat(after(ReleaseRequest.of(PROMOTED.retire()))).isInstanceOf(Verdict.Accepted.class);
        assertThat(after(ReleaseRequest.of(PROMOTED.start(Version.of("3.0.0")))))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void itIsNotOfAVersionThatIsBeingStarted() {
        refused(
                after(ReleaseRequest.of(PROMOTED.start(Version.of("3.0.0"))).with(SchemaStep.CONTRACTED)),
                Rule.CONTRACT_IS_OF_WHAT_RUNS,
                "contract is true, and blue would be started with 3.0.0; leave contract out: it is about the version"
                        + " that was active before");
    }

    @Test
    void aRollbackOfTheStackIsNeverRefused() {
        DeployRequest request = new DeployRequest(
                back(SchemaStep.NONE),
                ReleaseSource.flags(""),
                new Strategy.AllAtOnce(),
                new Gating(Evidence.IF_ANY, 10),
                Map.of(Color.BLUE, "7", Color.GREEN, "3"),
                Map.of(Color.BLUE, 9, Color.GREEN, 9));
        LiveState live =
                new LiveState(Optional.of(new Weights(0, 100)), Map.of(Color.BLUE, BLUE, Color.GREEN, GREEN), 100);
        assertThat(Preflight.judge(Direction.BACKWARD, Optional.of(CONTRACTED), request, live))
                .isInstanceOf(Verdict.Accepted.class);
    }
}
