package io.teal.release;

import java.time.Duration;

/**
 * How a deploy moves weights: at once, a canary share and then the rest, or in equal steps.
 *
 * <p>Written {@code all-at-once}, {@code canary:10%,5m} or {@code linear:25%,5m}; times are whole seconds, minutes or
 * hours ({@code 90s}, {@code 5m}, {@code 1h}), a day at most.
 */
public sealed interface Strategy {

    /** What a strategy may look like, for messages. */
    String ALLOWED = "all-at-once, canary:10%,5m or linear:25%,5m (percent 1 to 99, time 1s to 24h)";

    /** Reads what {@link #toString()} writes. */
    static Strategy parse(String text) {
        return StrategyText.parse(text);
    }

    /** One step from nothing to everything. */
    record AllAtOnce() implements Strategy {
        @Override
        public String toString() {
            return "all-at-once";
        }
    }

    /**
     * A share first; when it has held, everything.
     *
     * @param percent the first share, 1 to 99
     * @param hold how long it is watched, whole seconds, from one second to a day
     */
    record Canary(int percent, Duration hold) implements Strategy {
        /** Checks the ranges. */
        public Canary {
            StrategyText.check(percent, hold);
        }

        @Override
        public String toString() {
            return "canary:" + StrategyText.render(percent, hold);
        }
    }

    /**
     * Equal steps, each watched.
     *
     * @param percent the size of a step, 1 to 99; the last one is what is left
     * @param hold how long each is watched, whole seconds, from one second to a day
     */
    record Linear(int percent, Duration hold) implements Strategy {
        /** Checks the ranges. */
        public Linear {
            StrategyText.check(percent, hold);
        }

        @Override
        public String toString() {
            return "linear:" + StrategyText.render(percent, hold);
        }
    }
}
