package io.teal.release.plan;

import static io.teal.release.InvalidValueException.require;

import java.time.Duration;

/**
 * How long things take, and how long they may.
 *
 * @param tick the time between two ticks; a call that was sent takes effect within it or never
 * @param read how long to wait for an answer, a write or its read-back
 * @param boot how long a fleet may take to become healthy
 * @param hook how long the user's hook may take
 * @param spread how long weights take to reach every node of the load balancer; at least a tick
 * @param drain how long the longest request may take: the deregistration delay
 * @param bake how long the alarms are watched after the last step
 * @param evidence how much longer a step waits for samples before it turns back
 * @param sticky how long a client may stay with a colour after its last request there; zero without sticky sessions
 */
public record Timing(
        Duration tick,
        Duration read,
        Duration boot,
        Duration hook,
        Duration spread,
        Duration drain,
        Duration bake,
        Duration evidence,
        Duration sticky) {

    /**
     * Teal's defaults on an application load balancer: {@code linear:25%,5m} and, without a hook,
     * {@code rollout:50%,5m} just fit into CloudFormation's hour.
     */
    public static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(30),
            Duration.ofSeconds(90),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(120),
            Duration.ofSeconds(120),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ZERO);

    /** Checks that a change is held for at least a tick, so that earlier calls have taken effect. */
    public Timing {
        require(!tick.isZero() && !tick.isNegative(), "tick must be longer than nothing, got " + tick);
        require(spread.compareTo(tick) >= 0, "spread must be at least one tick, " + tick + ", got " + spread);
    }

    /**
     * How long a colour that has no weight any more may still get requests, or have some in progress: until the last
     * node knows, and then until requests have drained and clients have let go.
     */
    Duration cold() {
        return spread.plus(drain.compareTo(sticky) > 0 ? drain : sticky);
    }
}
