package io.teal.operate.plan;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Weights;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.step.Sizing;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import io.teal.release.steps.MoveTraffic;
import io.teal.release.steps.VerifyFleet;
import io.teal.runtime.execution.PlanChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The number of hosts in a deploy whose capacity follows the traffic.
 *
 * @param groups the fleets that are there
 * @param live the weights when it begins
 * @param next the service in the new template
 */
record SharedCapacity(Map<Color, AutoScalingGroup> groups, Optional<Weights> live, CutoverProperties next) {

    /** If production takes {@code whole} hosts. */
    Capacity of(int whole) {
        PlanChoice choice = PlanChoice.forward(next, live, Optional.empty()).get(0);
        Color toward = choice.color().orElseThrow();
        List<Step> steps = choice.plan(next).steps();
        int has = desired(toward);
        int during = has + desired(toward.other());
        int after = during;
        for (Step step : steps) {
            if (step instanceof VerifyFleet verify) {
                after = desired(toward.other()) + Math.max(has, StepContext.needed(verify.percent(), whole));
                during = Math.max(during, after);
            }
            if (step instanceof MoveTraffic move && move.sizing() instanceof Sizing.Shared sizing) {
                int gains = Math.max(has, StepContext.needed(move.percent(), whole));
                during = Math.max(during, gains + StepContext.needed(sizing.kept(), whole));
                after = gains;
            }
        }
        return new Capacity(desired(Color.BLUE) + desired(Color.GREEN), during, after, 0);
    }

    private int desired(Color color) {
        return Optional.ofNullable(groups.get(color))
                .map(AutoScalingGroup::desired)
                .orElse(0);
    }
}
