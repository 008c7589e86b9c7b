package io.teal.release;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a deploy moves weights: at once, a canary share and then the rest, or in equal steps, and whether capacity
 * follows. Each case answers for itself.
 *
 * <p>Written {@code all-at-once}, {@code canary:10%,5m}, {@code linear:25%,5m} or {@code rollout:25%,5m}; times are
 * whole seconds, minutes or hours ({@code 90s}, {@code 5m}, {@code 1h}), a day at most.
 */
public sealed interface Strategy {

    /** How it is written. */
    Form form();

    /** The share of production, in percent, that the colour gets when it has {@code share}; more than that. */
    int next(int share);

    /** How long each share before the last is watched; empty if there is only one. */
    Optional<Duration> watched();

    /**
     * Whether each fleet is only as large as its share of production needs; else each could carry all of it from the
     * first step on.
     */
    default boolean sharesCapacity() {
        return false;
    }

    /** What {@link #parse} reads. */
    @Override
    String toString();

    /**
     * The shares after {@code from}, one after the other, ending with {@code to}; none if {@code to} is no more.
     *
     * @param from the share that the colour has
     * @param to the share it gets
     */
    default List<Integer> shares(int from, int to) {
        List<Integer> shares = new ArrayList<>();
        for (int share = next(from); share < to; share = next(share)) {
            shares.add(share);
        }
        if (to > from) {
            shares.add(to);
        }
        return List.copyOf(shares);
    }

    /** What a strategy may look like, for messages. */
    static String allowed() {
        return StrategyText.allowed();
    }

    /** Reads what {@link #toString()} writes. */
    static Strategy parse(String text) {
        return StrategyText.parse(text);
    }

    /** How each strategy is written: a keyword and its parameters. */
    enum Form {
        ALL_AT_ONCE("all-at-once", StrategyText.plain(new AllAtOnce())),
        CANARY("canary:10%,5m", StrategyText.shared(Canary::new)),
        LINEAR("linear:25%,5m", StrategyText.shared(Linear::new)),
        ROLLOUT("rollout:25%,5m", StrategyText.shared(Rollout::new));

        private final String example;
        private final String keyword;
        private final Function<Optional<String>, Optional<Strategy>> reader;

        Form(String example, Function<Optional<String>, Optional<Strategy>> reader) {
            this.example = example;
            this.keyword = example.split(":")[0];
            this.reader = reader;
        }

        String example() {
            return example;
        }

        String keyword() {
            return keyword;
        }

        /**
         * The strategy with {@code parameters}, which are what follows the keyword's colon; empty if they are wrong.
         */
        Optional<Strategy> read(Optional<String> parameters) {
            return reader.apply(parameters);
        }
    }

    /** One step from 0 to 100 percent. */
    record AllAtOnce() implements Strategy {
        @Override
        public Form form() {
            return Form.ALL_AT_ONCE;
        }

        @Override
        public int next(int share) {
            return 100;
        }

        @Override
        public Optional<Duration> watched() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return form().keyword();
        }
    }

    /**
     * A first share is watched; then everything moves.
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
        public Form form() {
            return Form.CANARY;
        }

        @Override
        public int next(int share) {
            return share < percent ? percent : 100;
        }

        @Override
        public Optional<Duration> watched() {
            return Optional.of(hold);
        }

        @Override
        public String toString() {
            return StrategyText.render(form(), percent, hold);
        }
    }

    /**
     * Equal steps, each watched.
     *
     * @param percent the size of a step, 1 to 99; the last one may be smaller
     * @param hold how long each is watched, whole seconds, from one second to a day
     */
    record Linear(int percent, Duration hold) implements Strategy {
        /** Checks the ranges. */
        public Linear {
            StrategyText.check(percent, hold);
        }

        @Override
        public Form form() {
            return Form.LINEAR;
        }

        @Override
        public int next(int share) {
            return (share / percent + 1) * percent;
        }

        @Override
        public Optional<Duration> watched() {
            return Optional.of(hold);
        }

        @Override
        public String toString() {
            return StrategyText.render(form(), percent, hold);
        }
    }

    /**
     * Equal steps, each watched, with capacity that follows the traffic: the fleet that gains traffic grows by a step
     * before it, the one that loses it gives its hosts away after it.
     *
     * @param percent the size of a step, 1 to 99; the last one may be smaller
     * @param hold how long each is watched, whole seconds, from one second to a day
     */
    record Rollout(int percent, Duration hold) implements Strategy {
        /** Checks the ranges. */
        public Rollout {
            StrategyText.check(percent, hold);
        }

        @Override
        public Form form() {
            return Form.ROLLOUT;
        }

        @Override
        public int next(int share) {
            return (share / percent + 1) * percent;
        }

        @Override
        public boolean sharesCapacity() {
            return true;
        }

        @Override
        public Optional<Duration> watched() {
            return Optional.of(hold);
        }

        @Override
        public String toString() {
            return StrategyText.render(form(), percent, hold);
        }
    }
}
