package io.teal.rehearsal.aws.autoscaling;

import java.time.Duration;
import java.util.List;

/**
 * How an Auto Scaling group replaces its hosts when its launch template changes.
 *
 * @param minHealthy the least percent of the group that stays healthy meanwhile
 * @param maxHealthy the most percent of the group that runs meanwhile; 100 ends a host before it launches another
 * @param checkpoints percentages of the group at which it pauses; empty for none
 * @param checkpointDelay how long it pauses
 * @param warmUp how long a new host must be in service before it counts
 * @param bake how long it waits at the end
 * @param skipsMatching whether hosts that are as they should be are left alone
 * @param alarms logical ids of the alarms that fail it
 */
public record RefreshModel(
        int minHealthy,
        int maxHealthy,
        List<Integer> checkpoints,
        Duration checkpointDelay,
        Duration warmUp,
        Duration bake,
        boolean skipsMatching,
        List<String> alarms) {
    private static final int ALL_PERCENT = 100;

    /** Copies the lists. */
    public RefreshModel {
        checkpoints = List.copyOf(checkpoints);
        alarms = List.copyOf(alarms);
    }

    /** Whether a new host is there before an old one goes. */
    public boolean launchesFirst() {
        return maxHealthy > ALL_PERCENT;
    }

    /** How many hosts of a group of {@code size} are replaced at a time. */
    public int batch(int size) {
        int percent = launchesFirst() ? maxHealthy - ALL_PERCENT : ALL_PERCENT - minHealthy;
        return Math.max(1, size * percent / ALL_PERCENT);
    }

    /** The percentages it goes to, one after the other. */
    public List<Integer> stages() {
        return checkpoints.isEmpty() ? List.of(ALL_PERCENT) : checkpoints;
    }

    /** How many hosts of a group of {@code size} are replaced at {@code percent}; a share of one is one. */
    public static int hosts(int percent, int size) {
        return (size * percent + ALL_PERCENT - 1) / ALL_PERCENT;
    }
}
