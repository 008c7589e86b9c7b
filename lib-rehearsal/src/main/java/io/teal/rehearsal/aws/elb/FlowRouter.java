package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.aws.elb.ActionModel.Share;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Chooses target group and target of each TCP connection on one node: a group by weight, a target by hash. */
final class FlowRouter {
    /** Hash multiplier: spreads consecutive client ports over all integers. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Function<String, LocalTargetGroup> groups;
    private final RandomGenerator random;

    FlowRouter(Function<String, LocalTargetGroup> groups, RandomGenerator random) {
        this.groups = groups;
        this.random = random;
    }

    /** Where a connection from {@code clientPort} goes; empty if there is no target. */
    Optional<FlowRoute> choose(ListenerModel listener, int clientPort) {
        return WeightedChoice.pick(listener.action().forwarding().orElseThrow().shares(), random)
                .map(Share::group)
                .map(groups)
                .flatMap(group -> group.next((int) (clientPort * SPREAD >>> Integer.SIZE))
                        .map(target -> new FlowRoute(group, target)));
    }

    /**
     * Where a connection goes.
     *
     * @param group its target group
     * @param target its target
     */
    record FlowRoute(LocalTargetGroup group, Target target) {}
}
