package io.teal.release.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.Strategy;
import io.teal.release.journal.Journal;
import io.teal.release.journal.Outcome;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Hook;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Plans;
import io.teal.release.plan.Timing;
import io.teal.release.step.Evidence;
import io.teal.release.steps.WatchAlarms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Weights HOME = new Weights(100, 0);
    private static final Weights TENTH = new Weights(90, 10);

    private static Plan plan(Evidence evidence) {
        Strategy canary = new Strategy.Canary(10, Duration.ofMinutes(5));
        return new Plans(Timing.DEFAULT).shift(Color.GREEN, HOME, 100, canary, new Gating(evidence, 100));
    }

    private static Observation seen(Instant now, Weights live, Gate gate) {
        Fleet fleet = new Fleet(3, 0, 6, List.of(3, 3), 0);
        Observation.Fleets fleets = new Observation.Fleets(fleet, fleet, now, Set.of());
        return new Observation(
                now,
                Optional.of(Direction.FORWARD),
                Optional.of(live),
                Optional.of(fleets),
                Optional.of(0),
                gate,
                Hook.UNKNOWN);
    }

    /** A run that has moved its first tenth and watched it for the whole time. */
    private static Journal watching(Plan plan) {
        int step = 0;
        while (!(plan.steps().get(step) instanceof WatchAlarms)) {
            step++;
        }
        Instant since = NOW.minus(plan.steps().get(step).takes());
        Journal begun = Journal.begin(since).adopt(TENTH, 3, since);
        for (int advanced = 0; advanced < step; advanced++) {
            begun = begun.advance(since);
        }
        return begun;
    }

    @ParameterizedTest
    @CsvSource({
        "REQUIRED, OK,         100,   0, Note",
        "REQUIRED, OK,          99, 500, Wait",
        "REQUIRED, NO_DATA,    100,   0, Wait",
        "REQUIRED, UNREADABLE, 100,   0, Wait",
        "PROBE,    OK,          60,  40, Note",
        "PROBE,    OK,          60,  39, Wait",
        "PROBE,    NO_DATA,      0, 100, Wait",
        "IF_ANY,   OK,           0,   0, Note",
        "IF_ANY,   NO_DATA,      0,   0, Note",
        "IF_ANY,   UNREADABLE, 100,   0, Wait",
        "IF_ANY,   ALARM,      100,   0, Note"
    })
    void aGateHasThreeValuesAndEvidenceIsCountedApart(
            Evidence evidence, Gate.Alarm alarms, long samples, long probes, String decision) {
        Plan plan = plan(evidence);
        Decision decided = Engine.tick(plan, watching(plan), seen(NOW, TENTH, new Gate(alarms, samples, probes)));
        assertThat(decided.getClass().getSimpleName()).as(decided.why()).isEqualTo(decision);
        assertThat(decided.journal().goingBack()).isEqualTo(alarms == Gate.Alarm.ALARM);
        boolean thin = decision.equals("Note") && samples + probes == 0;
        assertThat(decided.why().contains("too few to judge")).isEqualTo(thin);
    }

    @Test
    void weightsOfSomeoneElseStopTheRunWithBothValues() {
        Plan plan = plan(Evidence.REQUIRED);
        Decision decided = Engine.tick(plan, watching(plan), seen(NOW, new Weights(50, 50), Gate.NONE));
        assertThat(decided).isInstanceOf(Decision.Ended.class);
        assertThat(decided.why()).contains("NEEDS_HUMAN", "live weights are 50/50", "left them at 90/10");
        assertThat(((Decision.Ended) decided).succeeded()).isFalse();
    }

    @Test
    void whatIsToBeWrittenIsNotedFirstAndTheWriteIsNotBelieved() {
        Plan plan = plan(Evidence.REQUIRED);
        Journal journal = watching(plan).advance(NOW);
        Decision noted = Engine.tick(plan, journal, seen(NOW, TENTH, Gate.NONE));
        assertThat(noted.journal().intent()).contains(new Weights(0, 100));
        Decision called = Engine.tick(plan, noted.journal(), seen(NOW, TENTH, Gate.NONE));
        assertThat(called).isInstanceOf(Decision.Call.class);
        assertThat(called.journal()).isEqualTo(noted.journal());
        Decision read = Engine.tick(plan, called.journal(), seen(NOW, new Weights(0, 100), Gate.NONE));
        assertThat(read.journal().at()).contains(new Weights(0, 100));
        assertThat(read.journal().intent()).isEmpty();
    }

    @Test
    void anAbortedRunGoesHomeAndARunThatMovedNothingJustEnds() {
        Plan plan = plan(Evidence.REQUIRED);
        assertThat(Engine.abort(plan, watching(plan), "out of time", NOW).goingBack())
                .isTrue();
        Journal fresh = Engine.abort(plan, Journal.begin(NOW), "out of time", NOW);
        assertThat(fresh.outcome()).contains(Outcome.ROLLED_BACK);
        assertThat(fresh.why()).isEqualTo("out of time");
    }

    /** The reads of the first step have 90 s. */
    @ParameterizedTest
    @CsvSource({"100, 0, Ended", "100, 11, Wait", "689, 600, Wait", "691, 3600, Ended"})
    void timeThatIsLostToThrottlingDoesNotCountTenMinutesAtMost(int age, int lost, String decision) {
        Plan plan = plan(Evidence.REQUIRED);
        Observation blind = new Observation(
                NOW, Optional.empty(), Optional.of(HOME), Optional.empty(), Optional.empty(), Gate.NONE, Hook.UNKNOWN);
        Decision decided =
                Engine.tick(plan, Journal.begin(NOW.minusSeconds(age)), blind.losing(Duration.ofSeconds(lost)));
        assertThat(decided.getClass().getSimpleName()).as(decided.why()).isEqualTo(decision);
    }
}
