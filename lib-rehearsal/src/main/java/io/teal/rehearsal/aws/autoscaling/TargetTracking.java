package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.elb.Balancer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToLongFunction;

/**
 * A target tracking policy. It scales out when the average of 3 min is above the target, and in when that of 15 min is
 * more than a tenth below it. CPU is that of a {@link Workload}.
 */
final class TargetTracking {
    private static final Duration OUT_WINDOW = Duration.ofMinutes(3);
    private static final Duration IN_WINDOW = Duration.ofMinutes(15);
    private static final double SLACK = 0.9;

    private final TrackingModel model;
    private final Balancer balancer;
    private final Timers timers;
    private final Workload workload;
    private Instant resized;

    TargetTracking(TrackingModel model, Balancer balancer, Timers timers, Workload workload) {
        this.model = model;
        this.balancer = balancer;
        this.timers = timers;
        this.resized = timers.instant();
        this.workload = workload;
    }

    String fleet() {
        return model.fleet();
    }

    /** Scales {@code fleet} if needed. */
    void scale(LocalAutoScalingGroup fleet) {
        double busy = percent(fleet, OUT_WINDOW);
        if (busy > model.percent()) {
            resize(fleet, busy);
        } else if (model.scalesIn() && hasPassed(IN_WINDOW)) {
            double idle = percent(fleet, IN_WINDOW);
            if (idle < SLACK * model.percent()) {
                resize(fleet, idle);
            }
        }
    }

    private void resize(LocalAutoScalingGroup fleet, double percent) {
        int wanted = (int) Math.ceil(fleet.desired() * percent / model.percent());
        int size = fleet.model().size().within(wanted);
        if (size != fleet.desired() && hasPassed(OUT_WINDOW)) {
            resized = timers.instant();
            fleet.resize(size);
        }
    }

    private boolean hasPassed(Duration window) {
        return timers.since(resized).compareTo(timers.timescale().real(window)) >= 0;
    }

    private double percent(LocalAutoScalingGroup fleet, Duration window) {
        Instant now = timers.instant();
        Duration real = timers.timescale().real(window);
        ToLongFunction<String> routed = group -> balancer.counters().requests(group, now.minus(real), now);
        long most = fleet.model().groups().stream().mapToLong(routed).max().orElse(0);
        long all = balancer.counters().groups().stream().mapToLong(routed).sum();
        return workload.percent(most, all, real, fleet.desired());
    }
}
