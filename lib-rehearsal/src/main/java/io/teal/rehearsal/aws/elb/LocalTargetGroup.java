package io.teal.rehearsal.aws.elb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A target group: round robin among its healthy targets, and among all of them when none is healthy. */
final class LocalTargetGroup {
    private final List<Target> targets = new CopyOnWriteArrayList<>();
    private volatile TargetGroupModel model;
    private volatile boolean used;

    LocalTargetGroup(TargetGroupModel model) {
        this.model = model;
    }

    TargetGroupModel model() {
        return model;
    }

    void update(TargetGroupModel changed) {
        model = changed;
    }

    List<Target> targets() {
        return targets;
    }

    boolean used() {
        return used;
    }

    /** Sets whether any listener forwards here; health is reset when none does. */
    void use(boolean forwarded) {
        if (used && !forwarded) {
            targets.forEach(Target::forgetHealth);
        }
        used = forwarded;
    }

    /** Unknown while no listener forwards here. */
    Counters.Health health() {
        if (!used) {
            return Counters.Health.UNKNOWN;
        }
        int healthy = 0;
        int unhealthy = 0;
        for (Target target : targets) {
            TargetState state = target.state();
            healthy += state == TargetState.HEALTHY ? 1 : 0;
            unhealthy += state == TargetState.UNHEALTHY ? 1 : 0;
        }
        return new Counters.Health(healthy, unhealthy);
    }

    List<TargetDescription> describe() {
        return targets.stream()
                .map(target -> TargetDescription.of(target, state(target)))
                .toList();
    }

    private TargetState state(Target target) {
        return used || target.draining() ? target.state() : TargetState.UNUSED;
    }

    /** The target for {@code turn}; empty if none is registered. */
    Optional<Target> next(int turn) {
        List<Target> candidates = candidates();
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(candidates.get(Math.floorMod(turn, candidates.size())));
    }

    /** The target on {@code host}, if it takes new requests. */
    Optional<Target> candidate(String host) {
        return candidates().stream()
                .filter(target -> target.host().equals(host))
                .findFirst();
    }

    /** The healthy targets; all of them if none is healthy (fail-open). */
    private List<Target> candidates() {
        List<Target> registered = new ArrayList<>(targets.size());
        List<Target> healthy = new ArrayList<>(targets.size());
        for (Target target : targets) {
            if (!target.draining()) {
                registered.add(target);
                if (target.state() == TargetState.HEALTHY) {
                    healthy.add(target);
                }
            }
        }
        return healthy.isEmpty() ? registered : healthy;
    }
}
