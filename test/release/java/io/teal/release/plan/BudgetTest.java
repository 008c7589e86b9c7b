package io.teal.release.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.Strategy;
import io.teal.release.observation.Weights;
import io.teal.release.step.Evidence;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aPlanOfJustAnHourFitsAndOneOfASecondMoreDoesNot() {
        Duration bake = Duration.ofMinutes(1);
        Duration longest = HOUR.minus(Budget.of(plan(bake))).plus(bake);
        assertThat(Budget.of(plan(longest))).isEqualTo(HOUR);
        assertThat(Budget.refusal(plan(longest))).isEmpty();
        assertThat(Budget.refusal(plan(longest.plusSeconds(1))))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason())
                        .startsWith("the plan takes up to 3601s and CloudFormation waits 60m: ")
                        .doesNotContain("hook"));
    }

    private static Plan plan(Duration bake) {
        return new Plans(Timings.baking(bake))
                .shift(
                        Color.GREEN,
                        Weights.of(Color.GREEN, 0),
                        100,
                        new Strategy.AllAtOnce(),
                        new Gating(Evidence.IF_ANY, 10));
    }
}
