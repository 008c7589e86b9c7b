package io.teal.rehearsal.aws.autoscaling;

import java.time.Duration;
import java.util.List;

/**
 * The preferences of an instance refresh.
 *
 * @param minHealthy MinHealthyPercentage
 * @param maxHealthy MaxHealthyPercentage; 100 terminates a host before it launches another
 * @param checkpoints percentages of the group at which it pauses; empty for none
 * @param checkpointDelay how long it pauses
 * @param warmUp how long a new host must be in service before it counts
 * @param bake how long it waits at the end
 * @param skipsMatching whether up-to-date hosts are kept
 * @param alarms logical ids of the alarms that make it fail
 */
public record RefreshModel(
        int minHealthy,
        int maxHealthy,
        List<Integer> checkpoints,
        Duration checkpointDelay,
        Duration warmUp,
        Duration bake,
        boolean skipsMatching,
        List<String> alarms)
        implements HostUpdate {
    private static final int ALL_PERCENT = 100;

    /** Copies the lists. */
    public RefreshModel {
        checkpoints = List.copyOf(checkpoints);
        alarms = List.copyOf(alarms);
    }

    /** Whether a new host is launched before an old one is terminated. */
    public boolean launchesFirst() {
        return maxHealthy > ALL_PERCENT;
    }

    /** How many hosts of a group of {@code size} are replaced at a time. */
    public int batch(int size) {
        int percent = launchesFirst() ? maxHealthy - ALL_PERCENT : ALL_PERCENT - minHealthy;
        return Math.max(1, size * percent / ALL_PERCENT);
    }

    /** The percentages to replace, in order. */
    public List<Integer> stages() {
        return checkpoints.isEmpty() ? List.of(ALL_PERCENT) : checkpoints;
    }

    /** How many hosts of a group of {@code size} are replaced at {@code percent}; rounded up. */
    public static int hosts(int percent, int size) {
        return (size * percent + ALL_PERCENT - 1) / ALL_PERCENT;
    }
}
