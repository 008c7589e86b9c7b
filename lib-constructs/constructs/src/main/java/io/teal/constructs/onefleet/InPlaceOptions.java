package io.teal.constructs.onefleet;

import io.teal.constructs.cutover.HealthAlarmsOptions;
import io.teal.constructs.support.Seconds;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;

/**
 * How CodeDeploy installs a version on hosts that serve; made with {@link #builder()}, every value has a default.
 *
 * @param pace how many hosts at a time
 * @param timeout how long the installation may take
 * @param bakeTime how long the alarms are watched after the last host
 * @param health when the service is unwell
 * @param alarms alarms beside Teal's that turn a release back
 */
public record InPlaceOptions(
        Pace pace, Duration timeout, Duration bakeTime, HealthAlarmsOptions health, List<IAlarm> alarms) {
    /** The most alarms that CodeDeploy watches. */
    public static final int MOST_ALARMS = 10;

    /** Teal's own alarms. */
    private static final int OWN_ALARMS = 3;

    private static final int MINUTE = 60;
    private static final int LONGEST_TIMEOUT = 2700;
    private static final int LONGEST_BAKE = 1800;

    /** CloudFormation waits an hour; some of it is for the answer. */
    private static final int LONGEST_TOGETHER = 3300;

    /** Checks the ranges. */
    public InPlaceOptions {
        Objects.requireNonNull(pace, "pace");
        Objects.requireNonNull(health, "health");
        alarms = List.copyOf(alarms);
        Seconds.between("timeout", timeout, MINUTE, LONGEST_TIMEOUT);
        Seconds.between("bakeTime", bakeTime, 0, LONGEST_BAKE);
        long together = Seconds.of(timeout).plus(Seconds.of(bakeTime)).toSeconds();
        if (together > LONGEST_TOGETHER) {
            throw new InvalidValueException("timeout and bakeTime must be 55 min together or less, since"
                    + " CloudFormation waits an hour, got " + together / MINUTE + " min");
        }
        if (alarms.size() > MOST_ALARMS - OWN_ALARMS) {
            throw new InvalidValueException(
                    "alarms must be " + (MOST_ALARMS - OWN_ALARMS)
                            + " or fewer, since CodeDeploy watches " + MOST_ALARMS + " and Teal has " + OWN_ALARMS
                            + " of its own, got " + alarms.size(),
                    "put several into a composite alarm");
        }
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link InPlaceOptions}. */
    public static final class Builder {
        private Pace pace = Pace.HALF_AT_A_TIME;
        private Duration timeout = Duration.minutes(20);
        private Duration bakeTime = Duration.minutes(10);
        private HealthAlarmsOptions health = HealthAlarmsOptions.builder().build();
        private List<IAlarm> alarms = List.of();

        private Builder() {}

        /** How many hosts are out of the load balancer at a time. Default: half of them, rounded down. */
        public Builder pace(Pace hosts) {
            this.pace = hosts;
            return this;
        }

        /**
         * How long the installation may take, 1 to 45 min, waiting for hosts included; the way back may take as long.
         * Default: 20 min.
         */
        public Builder timeout(Duration longest) {
            this.timeout = longest;
            return this;
        }

        /** How long the alarms are watched after the last host is installed, 0 s to 30 min. Default: 10 min. */
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
         * @throws InvalidValueException if a value is out of its range, or timeout and bake are longer than 55 min
         */
        public InPlaceOptions build() {
            return new InPlaceOptions(pace, timeout, bakeTime, health, alarms);
        }
    }
}
