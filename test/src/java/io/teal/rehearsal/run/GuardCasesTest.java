package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.ProductionListener;
import io.teal.rehearsal.scenario.GuardedApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The guard of a service with one, under load on the virtual clock: 2.0.0 goes bad when its release is long over. */
class GuardCasesTest {
    private static final String ONE = "activeColor=blue blueVersion=1.0.0 greenVersion=none";
    private static final String RETIRED = "activeColor=green blueVersion=none greenVersion=2.0.0";
    private static final String BAD_LATER = "ERRORS_AFTER:3600";
    private static final UnaryOperator<String> AS_IT_IS = text -> text;
    private static final UnaryOperator<String> WITHOUT_RULES = Edits.by(edit -> edit.drop("Events::Rule", ""));
    private static final Leg LATER = new Leg.Unchanged("later", Duration.ofMinutes(65));

    private static Outcome rehearsed(String fault, UnaryOperator<String> edit, Leg... then) throws Exception {
        StackModel first = GuardedApp.with(ONE, edit);
        List<Leg> legs = new ArrayList<>(List.of(
                new Leg.Deploy("first", first, Optional.empty()),
                new Leg.AwaitHealth("wait for health"),
                deploy("release", RELEASED, edit)));
        legs.addAll(List.of(then));
        legs.add(new Leg.Unchanged("after", Duration.ofMinutes(1)));
        Journey journey = new Journey("guarded", ProductionListener.of(first, Optional.empty()), legs);
        return ExampleRun.rehearse(journey, ExampleRun.faulty(fault));
    }

    private static Leg.Deploy deploy(String name, String flags, UnaryOperator<String> edit) throws Exception {
        return new Leg.Deploy(name, GuardedApp.with(flags, edit), Optional.empty());
    }

    private static List<String> remarks(Outcome outcome) {
        return outcome.report().run().remarks().stream().map(Remark::line).toList();
    }

    @Test
    void theGuardReturnsTrafficAndOnlyTheBadVersionsOwnRequestsAreLost() throws Exception {
        Outcome outcome = rehearsed(BAD_LATER, AS_IT_IS, LATER);
        outcome.endsAt("blue", "1.0.0").lostAtMost(10, "500 from green 2.0.0");
        assertThat(outcome.phase("release").lost()).isZero();
        assertThat(outcome.phase("after").lost()).isZero();
        assertThat(remarks(outcome))
                .anyMatch(line -> line.startsWith("played: the guard was woken 1 time by alarms and ")
                        && line.contains("by its schedule, and returned traffic: "));
    }

    @Test
    void withoutTheRulesThatWakeItTheLossesGoOn() throws Exception {
        Outcome outcome = rehearsed(BAD_LATER, WITHOUT_RULES, LATER);
        assertThat(outcome.weight("green", "after")).isEqualTo(100);
        assertThat(outcome.lostShare("after")).isEqualTo(1);
        assertThat(remarks(outcome)).noneMatch(line -> line.contains("the guard"));
    }

    @Test
    void aLostEventIsMadeUpForByTheSchedule() throws Exception {
        UnaryOperator<String> deaf = Edits.by(edit -> edit.drop("Events::Rule", "Alarms"));
        rehearsed(BAD_LATER, deaf, LATER).endsAt("blue", "1.0.0").lostAtMost(20, "500 from green 2.0.0");
    }

    @Test
    void aFunctionThatEventBridgeMayNotInvokeIsADangerAndDoesNothing() throws Exception {
        UnaryOperator<String> unheard = Edits.by(edit -> edit.drop("Lambda::Permission", ""));
        Outcome outcome = rehearsed(BAD_LATER, unheard, LATER);
        assertThat(outcome.weight("green", "after")).isEqualTo(100);
        assertThat(remarks(outcome))
                .anyMatch(line -> line.startsWith("danger: rule ")
                        && line.endsWith("does not wake the guard: no AWS::Lambda::Permission lets it invoke the"
                                + " function"));
    }

    @Test
    void aGuardThatHasNothingToDoSaysSoAndWhatItDoesWhenItHasIsNotJudged() throws Exception {
        Outcome outcome = rehearsed("", AS_IT_IS, new Leg.Unchanged("later", Duration.ofMinutes(12)));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(remarks(outcome))
                .anyMatch(line -> line.startsWith("played: the guard was woken 0 times by alarms and ")
                        && line.endsWith(" by its schedule, and did nothing"))
                .anyMatch(line -> line.startsWith("not judged: what the guard does about a version that goes bad"));
    }

    @Test
    void aStandbyThatIsRetiredEndsTheGuard() throws Exception {
        Outcome outcome = rehearsed(BAD_LATER, AS_IT_IS, deploy("retire", RETIRED, AS_IT_IS), LATER);
        assertThat(outcome.weight("green", "after")).isEqualTo(100);
        assertThat(outcome.lostShare("after")).isEqualTo(1);
    }
}
