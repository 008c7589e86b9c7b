package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.aws.elb.ActionModel.Share;
import io.teal.rehearsal.http.HttpHead;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Chooses target group and target of each request on one node. */
final class Router {
    private final Function<String, LocalTargetGroup> groups;
    private final RandomGenerator random;
    private final Stickiness stickiness;
    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();

    Router(Function<String, LocalTargetGroup> groups, RandomGenerator random, Stickiness stickiness) {
        this.groups = groups;
        this.random = random;
        this.stickiness = stickiness;
    }

    /** Where {@code request} goes, or why the load balancer refuses it. */
    Choice choose(ActionModel.Forward action, HttpHead request) {
        Optional<String> group = group(action, request);
        if (group.isEmpty()) {
            return new Choice(Optional.empty(), "every target group has weight 0");
        }
        return new Choice(route(action, group.get(), request), "no registered targets in " + group.get());
    }

    /**
     * What was chosen for a request.
     *
     * @param route where it goes; empty if there is no target
     * @param refusal why there is none
     */
    record Choice(Optional<Route> route, String refusal) {}

    /** The sticky group of the client, else one by weight; empty if all weights are 0. */
    private Optional<String> group(ActionModel.Forward action, HttpHead request) {
        return stickiness
                .group(action, request)
                .or(() -> WeightedChoice.pick(action.shares(), random).map(Share::group));
    }

    /** The sticky target of the client if it takes requests, else the next one; empty if there is none. */
    private Optional<Route> route(ActionModel.Forward action, String id, HttpHead request) {
        LocalTargetGroup group = groups.apply(id);
        if (group == null) { // a node may still forward to a deleted group
            return Optional.empty();
        }
        AtomicInteger turn = turns.computeIfAbsent(id, first -> new AtomicInteger());
        return stickiness
                .host(group, request)
                .flatMap(group::candidate)
                .or(() -> group.next(turn.getAndIncrement()))
                .map(target -> new Route(action, group, target, stickiness));
    }

    /**
     * Where a request goes.
     *
     * @param action the action that forwards it
     * @param group its target group
     * @param target its target
     * @param stickiness adds stickiness cookies to its response
     */
    record Route(ActionModel.Forward action, LocalTargetGroup group, Target target, Stickiness stickiness) {
        String groupId() {
            return group.model().id();
        }

        /** {@code answer} with its stickiness cookies. */
        HttpHead marked(HttpHead answer) {
            return stickiness.cookies(action, group, target, answer);
        }
    }
}
