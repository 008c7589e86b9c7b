package io.teal.constructs;

import io.teal.constructs.internal.cutover.AlarmSettings;
import io.teal.release.InvalidValueException;
import software.amazon.awscdk.Duration;

/**
 * When a colour is unhealthy, so that a release to it rolls back; made with {@link #builder()}, every value has a
 * default.
 */
public final class HealthAlarmsOptions {
    final AlarmSettings settings;

    private HealthAlarmsOptions(AlarmSettings settings) {
        this.settings = settings;
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link HealthAlarmsOptions}. */
    public static final class Builder {
        private double errorPercent = 1;
        private Duration latency = Duration.seconds(3);
        private int requests = 20;

        private Builder() {}

        /**
         * The most of a colour's requests that may be answered 5xx, in percent; behind a Network Load Balancer, the
         * most connections that hosts of either colour may reset. Default: 1.
         */
        public Builder errorPercent(double percent) {
            this.errorPercent = percent;
            return this;
        }

        /**
         * The highest p99 of its response times, whole seconds. Ignored behind a Network Load Balancer. Default: 3 s.
         */
        public Builder latency(Duration longest) {
            this.latency = longest;
            return this;
        }

        /**
         * The fewest requests a minute; minutes with fewer count as healthy. Behind a Network Load Balancer, new
         * connections.
         *
         * <p>Default: 20.
         */
        public Builder requests(int fewest) {
            this.requests = fewest;
            return this;
        }

        /**
         * The options.
         *
         * @throws InvalidValueException if a value is out of its range
         */
        public HealthAlarmsOptions build() {
            return new HealthAlarmsOptions(new AlarmSettings(errorPercent, latency, requests));
        }
    }
}
