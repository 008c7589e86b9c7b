package io.teal.constructs;

import io.teal.constructs.internal.cutover.AlarmSettings;
import io.teal.constructs.internal.cutover.NoticeSettings;
import io.teal.constructs.internal.update.HostsAtATime;
import io.teal.constructs.internal.update.InPlaceSettings;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.sns.ITopic;

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
        private HostsAtATime pace = HostsAtATime.HALF;
        private Duration timeout = Duration.minutes(20);
        private Duration bakeTime = Duration.minutes(10);
        private AlarmSettings health = HealthAlarmsOptions.builder().build().settings;
        private List<IAlarm> alarms = List.of();
        private Optional<IEventBus> bus = Optional.empty();
        private Optional<ITopic> topic = Optional.empty();

        private Builder() {}

        /**
         * Takes one host after the other out of the load balancer; the others serve. Default: half of them at a time,
         * rounded down.
         */
        public Builder oneAtATime() {
            this.pace = HostsAtATime.ONE;
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

        /** The bus that gets the events of {@link CutoverOptions.Builder#events}, without the shifts. Default: none. */
        public Builder events(IEventBus to) {
            this.bus = Optional.of(to);
            return this;
        }

        /** The topic that gets the mails of {@link CutoverOptions.Builder#topic}. Default: none. */
        public Builder topic(ITopic to) {
            this.topic = Optional.of(to);
            return this;
        }

        /**
         * The options.
         *
         * @throws InvalidValueException if a value is out of its range, or timeout and bake are longer than 55 min
         */
        public InPlaceOptions build() {
            return new InPlaceOptions(
                    new InPlaceSettings(pace, timeout, bakeTime, health, alarms, new NoticeSettings(bus, topic)));
        }
    }
}
