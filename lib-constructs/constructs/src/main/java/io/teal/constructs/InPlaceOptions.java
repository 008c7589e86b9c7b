package io.teal.constructs;

import io.teal.constructs.internal.cutover.AlarmSettings;
import io.teal.constructs.internal.update.InPlaceSettings;
import io.teal.release.InvalidValueException;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;

/** How CodeDeploy installs a version on hosts that serve; made with {@link #builder()}, every value has a default. */
public final class InPlaceOptions {
    final InPlaceSettings settings;

    private InPlaceOptions(InPlaceSettings settings) {
        this.settings = settings;
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
        private AlarmSettings health = HealthAlarmsOptions.builder().build().settings;
        private List<IAlarm> alarms = List.of();

        private Builder() {}

        /** How many hosts are out of the load balancer at a time. Default: half of them, rounded down. */
        public Builder pace(Pace hosts) {
            this.pace = hosts;
            return this;
        }

        /**
         * How long the installation may take, 1 to 45 min, waiting for hosts included; a rollback may take as long.
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
            this.health = options.settings;
            return this;
        }

        /** Up to seven alarms of your own that roll a release back too. Default: none. */
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
            return new InPlaceOptions(new InPlaceSettings(pace.hosts, timeout, bakeTime, health, alarms));
        }
    }
}
