package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.sim.Mutation;
import io.teal.rehearsal.sim.Seeds;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule is needed: without it, a case fails, and says why. */
@Worlds
class LieTest {
    private static final Map<Lie, Proof> PROOFS = new EnumMap<>(Lie.class);

    /** The case that fails without the rule, and the law it then names, of those that it may break first. */
    private record Proof(Runnable test, String says) {}

    static {
        InterruptedTest interrupted = new InterruptedTest();
        BadVersionTest bad = new BadVersionTest();
        RefusedTest refused = new RefusedTest();
        ReleaseTest release = new ReleaseTest();
        proof(
                Lie.THE_STACK_NEVER_TURNS,
                interrupted::anUpdateThatIsCancelledAtAnyMomentTakesTrafficHome,
                "must not fail on the way back");
        proof(
                Lie.NO_OTHER_RUN_GOES_ON,
                interrupted::anUnrelatedResourceThatFailsAtAnyMomentTakesTrafficHome,
                "one writer|cold|nothing is lost");
        proof(
                Lie.HOME_IS_FORGOTTEN,
                interrupted::aResourceThatFailsAfterTheShiftTakesTrafficHome,
                "cold|are live before they are written|traffic ends|nothing is lost");
        proof(Lie.EVERYONE_IS_HEALTHY, bad::aCandidateThatNeverBecomesHealthyGetsNoTraffic, "serve: green needs");
        proof(Lie.ALARMS_ARE_OK, bad::anAlarmAtAnyMomentOfTheBakeTakesTrafficHome, "UPDATE_COMPLETE");
        proof(Lie.TRAFFIC_ABOUNDS, bad::trafficThatStopsDuringAStepThatNeedsItTakesItsShareHome, "UPDATE_COMPLETE");
        proof(Lie.FLEETS_ARE_LEVEL, release::aNewVersionIsReleasedByOneDeploy, "serve: green needs");
        proof(Lie.MARKS_ARE_LOST, refused::aVersionThatWasPromotedOnceIsNotReturnedToUnasked, "UPDATE_COMPLETE");
        proof(
                Lie.FLEETS_RUN_THE_NEWEST,
                release::aChangeOfConfigurationAloneReachesNoFleetThatServesNorTheHostsItLaunchesLater,
                "cold: blue is refreshed and has weight 100");
        proof(
                Lie.THERE_IS_NO_GREEN,
                refused::aColorThatAHandHasJustTakenTrafficFromIsRetiredOnlyWhenItIsCold,
                "hold before kill");
    }

    private static void proof(Lie lie, Runnable test, String says) {
        PROOFS.put(lie, new Proof(test, says));
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void withoutTheRuleACaseFailsAndSaysWhy(Lie lie) {
        Proof proof = PROOFS.get(lie);
        assertThatThrownBy(() -> Seeds.under(lie, proof.test()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dsim.seed=")
                .extracting(broken -> Seeds.law(broken.getMessage()))
                .asString()
                .containsPattern(proof.says());
    }

    /** A state machine and Lambda try again whatever is thrown: nobody else would hear of it. */
    @Test
    void whatTheFunctionShouldNeverThrowEndsTheWorld() {
        throwsAt("describeAlarms", "the function fails on a step");
        throwsAt("startExecution", "the function fails on an event");
    }

    private static void throwsAt(String call, String says) {
        Mutation broken = (name, truth, heard) -> {
            if (name.equals(call)) {
                throw new IllegalStateException("unforeseen");
            }
            return truth;
        };
        assertThatThrownBy(() -> Seeds.under(broken, new ReleaseTest()::aNewVersionIsReleasedByOneDeploy))
                .hasMessageContaining(says);
    }

    @Test
    void everyLieHasACaseThatFindsIt() {
        assertThat(PROOFS).containsOnlyKeys(Lie.values());
    }
}
