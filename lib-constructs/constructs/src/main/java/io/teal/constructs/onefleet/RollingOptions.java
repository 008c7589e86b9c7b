package io.teal.constructs.onefleet;

import io.teal.constructs.cutover.HealthAlarmsOptions;
import io.teal.constructs.support.Seconds;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;

/**
 * How hosts are replaced by new ones, a few at a time; made with {@link #builder()}, every value has a default.
 *
 * @param checkpoints percentages of the group at which the replacement pauses, ascending, the last 100
 * @param checkpointDelay how long it pauses at each
 * @param bakeTime how long the alarms are watched after the last host is replaced
 * @param health when the service is unwell
 * @param alarms alarms beside Teal's that turn a release back
 */
public record RollingOptions(
        List<Integer> checkpoints,
        Duration checkpointDelay,
        Duration bakeTime,
        HealthAlarmsOptions health,
        List<IAlarm> alarms) {
    /** The longest pause and bake that Auto Scaling allows: two days. */
    public static final int LONGEST_SECONDS = 172_800;
    /** The most alarms that Auto Scaling watches. */
    public static final int MOST_ALARMS = 10;

    /** Teal's own alarms. */
    private static final int OWN_ALARMS = 3;

    private static final int ALL_PERCENT = 100;

    /** Checks the ranges. */
    public RollingOptions {
        checkpoints = List.copyOf(checkpoints);
        alarms = List.copyOf(alarms);
        Objects.requireNonNull(health, "health");
        Seconds.between("checkpointDelay", checkpointDelay, 0, LONGEST_SECONDS);
        Seconds.between("bakeTime", bakeTime, 0, LONGEST_SECONDS);
        requireAscending(checkpoints);
        if (alarms.size() > MOST_ALARMS - OWN_ALARMS) {
            throw new InvalidValueException(
                    "alarms must be " + (MOST_ALARMS - OWN_ALARMS)
                            + " or fewer, since Auto Scaling watches " + MOST_ALARMS + " and Teal has " + OWN_ALARMS
                            + " of its own, got " + alarms.size(),
                    "put several into a composite alarm");
        }
    }

    private static void requireAscending(List<Integer> checkpoints) {
        int before = 0;
        for (int percent : checkpoints) {
            if (percent <= before || percent > ALL_PERCENT) {
                throw new InvalidValueException("checkpoints must be from 1 to 100 and ascend, got " + checkpoints);
            }
            before = percent;
        }
        if (before != ALL_PERCENT) {
            throw new InvalidValueException("the last of checkpoints must be 100, or hosts of the version before"
                    + " stay for ever, got " + checkpoints);
        }
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RollingOptions}. */
    public static final class Builder {
        private List<Integer> checkpoints = List.of(20, 50, ALL_PERCENT);
        private Duration checkpointDelay = Duration.minutes(5);
        private Duration bakeTime = Duration.minutes(10);
        private HealthAlarmsOptions health = HealthAlarmsOptions.builder().build();
        private List<IAlarm> alarms = List.of();

        private Builder() {}

        /**
         * Percentages of the group, 1 to 100, ascending, the last 100, at which the replacement pauses. A share of a
         * host is rounded up to one. Default: 20, 50, 100.
         */
        public Builder checkpoints(List<Integer> percentages) {
            this.checkpoints = percentages;
            return this;
        }

        /**
         * How long the replacement pauses at a checkpoint, 0 s to 2 days. An alarm here needs about three minutes of
         * data, so less says little. Default: 5 min.
         */
        public Builder checkpointDelay(Duration time) {
            this.checkpointDelay = time;
            return this;
        }

        /** How long the alarms are watched after the last host is replaced, 0 s to 2 days. Default: 10 min. */
        public Builder bakeTime(Duration time) {
            this.bakeTime = time;
            return this;
        }

        /** When Teal's own three alarms go off. Default: {@link HealthAlarmsOptions#builder()}'s. */
        public Builder health(HealthAlarmsOptions options) {
            this.health = options;
            return this;
        }

        /** Up to seven alarms of your own that turn a release back too. Default: none. */
        public Builder alarms(List<IAlarm> own) {
            this.alarms = own;
            return this;
        }

        /**
         * The options.
         *
         * @throws InvalidValueException if a value is out of its range
         */
        public RollingOptions build() {
            return new RollingOptions(checkpoints, checkpointDelay, bakeTime, health, alarms);
        }
    }
}
