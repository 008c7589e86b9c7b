package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.elb.Balancer;
import java.time.Duration;
import java.time.Instant;

/**
 * A target tracking policy. It scales out when the average of 3 min is above the target, and in when that of 15 min is
 * more than a tenth below it.
 *
 * <p>CPU is computed from requests: a host at its capacity of requests a second has 100 %.
 */
final class TargetTracking {
    private static final Duration OUT_WINDOW = Duration.ofMinutes(3);
    private static final Duration IN_WINDOW = Duration.ofMinutes(15);
    private static final double SLACK = 0.9;

    private final TrackingModel model;
    private final Balancer balancer;
    private final Timers timers;
    private final double capacity;
    private Instant resized;

    /** A host can answer {@code capacity} requests a second. */
    TargetTracking(TrackingModel model, Balancer balancer, Timers timers, double capacity) {
        this.model = model;
        this.balancer = balancer;
        this.timers = timers;
        this.resized = timers.instant();
        this.capacity = capacity;
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
        long answered = fleet.model().groups().stream()
                .mapToLong(group -> balancer.counters().requests(group, now.minus(real), now))
                .max()
                .orElse(0);
        double perHost = answered / (real.toNanos() / 1e9) / Math.max(1, fleet.desired());
        return 100 * perHost / capacity;
    }
}
