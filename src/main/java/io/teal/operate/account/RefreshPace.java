package io.teal.operate.account;

import java.time.Duration;
import java.util.List;

/**
 * How fast an instance refresh replaces hosts, as the group's update policy says it.
 *
 * @param checkpoints percent of the hosts, 1 to 100, ascending, after which it pauses
 * @param pause how long it pauses at each, but the last
 * @param bake how long it watches after the last host
 * @param warmup how long a new host counts as not ready after it is healthy
 * @param template the launch template and its contents in one text: a deploy that changes it replaces hosts
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RefreshPreferences.html">
 *     RefreshPreferences</a>
 */
public record RefreshPace(List<Integer> checkpoints, Duration pause, Duration bake, Duration warmup, String template) {
    /** Copies the list. */
    public RefreshPace {
        checkpoints = List.copyOf(checkpoints);
    }
}
