package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.RETIRED;
import static io.teal.rehearsal.run.ExampleRun.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.journey.Leg;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code examples/beta}, where a tenth of the requests say by a header that they are to have the candidate. */
class CandidateUsersTest {
    private static final Leg EVIDENCE = new Leg.Unchanged("evidence", Duration.ofMinutes(30));
    private static final Leg RESTING = new Leg.Unchanged("resting", Duration.ofMinutes(5));
    private static final String RESTS = STARTED + " candidatePercent=1";

    private ExampleRun beta;

    @BeforeEach
    void begin() {
        beta = new ExampleRun("beta", "beta");
    }

    @Test
    void theyGetTheCandidateWhileItRestsAndNobodyIsLostWhenItIsGivenUp() throws Exception {
        Outcome outcome = beta.run(
                ExampleRun.usual(),
                beta.deploy("first", ONE),
                EVIDENCE,
                beta.deploy("rest", RESTS),
                RESTING,
                beta.deploy("give up", STARTED),
                beta.deploy("retire", ONE + " greenVersion=none"));
        outcome.lostNothing().endsAt("blue", "1.0.0");
        assertThat(outcome.share("2.0.0", "resting")).isCloseTo(0.11, within(0.02));
    }

    @Test
    void aLifeOfTwoReleasesLosesNothing() throws Exception {
        Outcome outcome = beta.run(
                ExampleRun.usual(),
                beta.deploy("first", ONE),
                EVIDENCE,
                beta.deploy("start", STARTED),
                beta.deploy("rest", RESTS),
                beta.deploy("release", RELEASED),
                beta.deploy("retire", RETIRED));
        outcome.lostNothing().endsAt("green", "2.0.0");
    }

    @Test
    void aCandidateThatAnotherResourceTakesBackLosesNobody() throws Exception {
        Leg.Deploy rest = beta.deploy("rest", RESTS);
        Outcome outcome = beta.run(
                ExampleRun.usual(),
                beta.deploy("first", ONE),
                EVIDENCE,
                new Leg.Deploy(
                        "rest",
                        rest.model(),
                        Optional.of(Trouble.lastResourceFails()),
                        Optional.of(Trouble.lastResourceFails().reason())));
        outcome.lostNothing().endsAt("blue", "1.0.0");
    }
}
