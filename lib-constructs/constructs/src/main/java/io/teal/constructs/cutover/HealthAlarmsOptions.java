package io.teal.constructs.cutover;

import io.teal.constructs.support.Seconds;
import io.teal.release.InvalidValueException;
import software.amazon.awscdk.Duration;

/**
 * When a colour is unwell; made with {@link #builder()}, every value has a default.
 *
 * @param errorPercent the most of its requests that may be answered 5xx
 * @param latency the longest that its slowest hundredth may take
 * @param requests the fewest requests in a minute that say anything
 */
public record HealthAlarmsOptions(double errorPercent, Duration latency, int requests) {

    /** Checks the ranges. */
    public HealthAlarmsOptions {
        if (errorPercent <= 0 || errorPercent >= 100) {
            throw new InvalidValueException("errorPercent must be more than 0 and less than 100, got " + errorPercent);
        }
        if (requests < 1) {
            throw new InvalidValueException("requests must be 1 or more, got " + requests);
        }
        Seconds.some("latency", latency, "every answer takes some time");
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
         * The longest that the slowest hundredth of its requests may take, whole seconds. Not looked at behind a
         * Network Load Balancer. Default: 3 s.
         */
        public Builder latency(Duration longest) {
            this.latency = longest;
            return this;
        }

        /**
         * The fewest requests in a minute that say anything; behind a Network Load Balancer, new connections.
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
            return new HealthAlarmsOptions(errorPercent, latency, requests);
        }
    }
}
