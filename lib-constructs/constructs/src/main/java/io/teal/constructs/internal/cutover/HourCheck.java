package io.teal.constructs.internal.cutover;

import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.Strategy;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Budget;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Plans;
import io.teal.release.plan.Timing;

/** Whether releases fit into the hour that CloudFormation waits for a custom resource. */
final class HourCheck {
    private HourCheck() {}

    /** For the longest plan that this service's releases can have, and for its rollbacks. */
    static void require(CutoverProps props, Timing timing) {
        Budget.draining(timing).ifPresent(refusal -> {
            throw new InvalidValueException(refusal.reason(), refusal.remedy() + spread(props));
        });
        Release release = props.request().release();
        Color active = release.active();
        Strategy strategy = props.way();
        Plan plan = new Plans(timing)
                .shift(active, Weights.of(active, 0), release.weight(active), strategy, props.gating());
        Budget.refusal(plan).ifPresent(refusal -> {
            String why = "strategy " + strategy + " does not fit: " + refusal.reason();
            throw new InvalidValueException(why, refusal.remedy() + spread(props));
        });
    }

    private static String spread(CutoverProps props) {
        return props.router().isNetwork()
                ? "; behind a Network Load Balancer each change of weights is held for "
                        + props.spread().toSeconds() + " s (CutoverOptions.spread)"
                : "";
    }
}
