package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Budget;
import io.teal.release.plan.Plan;
import io.teal.runtime.execution.Event.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run carries from plan to plan, and the time that it has. */
class PayloadTest {
    private static final Instant STARTED = Instant.parse("2026-11-21T12:00:00Z");

    private final Payload payload = new Payload(Map.of(
            Runs.EVENT,
            Orders.event(
                    ResourceType.SHIFT,
                    "r1",
                    Optional.of(Orders.release(Color.BLUE, "1.0.0", "none")),
                    Orders.release(Color.GREEN, "1.0.0", "2.0.0")),
            Runs.STARTED,
            STARTED.toString()));

    @Test
    void theNextPlanBeginsWithoutTheJournalOfTheOneBefore() {
        Payload next = payload.journal(Journal.begin(STARTED)).next();
        assertThat(next.journal()).isEmpty();
        assertThat(next.at()).isEqualTo(1);
        assertThat(next.next().at()).isEqualTo(2);
    }

    @Test
    void theLongestWayBackIsKeptFreeBeforeTheAnswerIsDue() {
        Plan plan = new PlanChoice(
                        PlanChoice.Goal.SHIFT, Optional.of(Color.GREEN), Optional.of(Weights.of(Color.BLUE, 100)))
                .plan(payload.event());
        Instant latest = STARTED.plus(Budget.ANSWERED_BY).minus(plan.wayBack());
        assertThat(plan.wayBack()).isGreaterThan(Duration.ofMinutes(1));
        assertThat(Deadline.overdue(payload, plan, latest)).isFalse();
        assertThat(Deadline.overdue(payload, plan, latest.plusSeconds(1))).isTrue();
        assertThat(Deadline.over(payload, latest.plusSeconds(1))).isFalse();
    }
}
