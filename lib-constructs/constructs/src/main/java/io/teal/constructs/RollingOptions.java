package io.teal.constructs;

import io.teal.constructs.internal.cutover.AlarmSettings;
import io.teal.constructs.internal.update.RollingSettings;
import io.teal.release.InvalidValueException;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;

/** How hosts are replaced by new ones, a few at a time; made with {@link #builder()}, every value has a default. */
public final class RollingOptions {
    final RollingSettings settings;

    private RollingOptions(RollingSettings settings) {
        this.settings = settings;
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RollingOptions}. */
    public static final class Builder {
        private List<Integer> checkpoints = List.of(20, 50, 100);
        private Duration checkpointDelay = Duration.minutes(5);
        private Duration bakeTime = Duration.minutes(10);
        private AlarmSettings health = HealthAlarmsOptions.builder().build().settings;
        private List<IAlarm> alarms = List.of();

        private Builder() {}

        /**
         * Percentages of the group, 1 to 100, ascending, the last 100, at which the replacement pauses. Rounded up to
         * whole hosts. Default: 20, 50, 100.
         */
        public Builder checkpoints(List<Integer> percentages) {
            this.checkpoints = percentages;
            return this;
        }

        /**
         * How long the replacement pauses at a checkpoint, from 0 s. An alarm needs about three minutes of data, so it
         * may miss a failure in less. All pauses and the bake together are 34 hours at most, since CloudFormation gives
         * up after 36. Default: 5 min.
         */
        public Builder checkpointDelay(Duration time) {
            this.checkpointDelay = time;
            return this;
        }

        /** How long the alarms are watched after the last host is replaced, 0 s to 34 hours. Default: 10 min. */
        public Builder bakeTime(Duration time) {
            this.bakeTime = time;
            return this;
        }

        /** When Teal's own three alarms go off. Default: {@link HealthAlarmsOptions#builder()}'s. */
        public Builder health(HealthAlarmsOptions options) {
            this.health = options.settings;
            return this;
        }

        /**
         * Alarms of your own, in the stack's region, that turn a release back if they go off during the stack's update.
         * One that is in {@code ALARM} before does not count until it has been out of it. Default: none.
         */
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
            return new RollingOptions(new RollingSettings(checkpoints, checkpointDelay, bakeTime, health, alarms));
        }
    }
}
