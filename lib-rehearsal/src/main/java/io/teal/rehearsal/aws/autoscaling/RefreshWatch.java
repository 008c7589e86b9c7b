package io.teal.rehearsal.aws.autoscaling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What an instance refresh monitors, and its log.
 *
 * @param alarms the states of alarms by logical id
 * @param cancelled why it was cancelled, if it was
 * @param log receives its progress
 */
public record RefreshWatch(
        Function<List<String>, Map<String, String>> alarms,
        Supplier<Optional<String>> cancelled,
        Consumer<String> log) {
    /** No alarm goes off, and nobody cancels it. */
    public static final RefreshWatch NOTHING = new RefreshWatch(names -> Map.of(), Optional::empty, line -> {});
}
