package io.teal.release.plan;

import io.teal.release.Strategy;
import io.teal.release.observation.HookPoint;
import io.teal.release.step.Sizing;
import io.teal.release.step.Step;
import io.teal.release.steps.Hold;
import io.teal.release.steps.LowerFleet;
import io.teal.release.steps.MoveTraffic;
import io.teal.release.steps.VerifyFleet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a release in which capacity follows the traffic.
 *
 * <pre>
 *   verify, as large as the first share takes ─▶ hook
 *     ─▶ for each share: grow, move ─▶ spread ─▶ watch, with what was given up still there ─▶ lower ─▶ end hosts
 * </pre>
 *
 * @param plans how long things take, and how a share is watched
 * @param strategy in which shares
 * @param gating what each needs
 */
record RolloutSteps(Plans plans, Strategy strategy, Gating gating) {
    private static final int WHOLE = 100;

    /** A call and its read-back. */
    private static final Duration LOWERING = Duration.ofSeconds(15);

    /** From {@code from} percent to {@code to}; if that is no more, the fleet is made ready for its first share. */
    List<Step> steps(int from, int to) {
        Timing timing = plans.timing();
        List<Integer> shares = strategy.shares(from, to);
        Sizing.Shared whole = new Sizing.Shared(WHOLE);
        int first = shares.isEmpty() ? Math.min(WHOLE, strategy.next(from)) : shares.get(0);
        List<Step> steps = new ArrayList<>(List.of(new VerifyFleet(first, whole, timing.boot())));
        steps.addAll(plans.hook(HookPoint.BEFORE_TRAFFIC, !shares.isEmpty(), gating));
        Sizing.Shared sizing = whole;
        for (int share : shares) {
            steps.addAll(share(share, sizing, share == to));
            sizing = new Sizing.Shared(WHOLE - share);
        }
        return steps;
    }

    private List<Step> share(int share, Sizing.Shared sizing, boolean last) {
        Timing timing = plans.timing();
        boolean verified = sizing.kept() == WHOLE;
        Duration left = timing.read().plus(timing.boot());
        List<Step> steps = new ArrayList<>(plans.approval(last, share, sizing, gating));
        steps.add(new MoveTraffic(share, sizing, verified ? timing.read() : timing.boot(), timing.boot()));
        steps.add(Hold.spread(timing.spread(), timing.spread().plus(timing.read())));
        steps.addAll(plans.hook(HookPoint.AFTER_TRAFFIC, last, gating));
        steps.add(plans.watch(last, strategy, gating, sizing));
        if (share == WHOLE || !last) {
            steps.add(new LowerFleet(share, sizing, LOWERING, left));
        }
        if (!last) {
            steps.add(Hold.ending(timing.drain(), timing.drain().plus(timing.read())));
        }
        return steps;
    }
}
