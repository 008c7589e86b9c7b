package io.teal.rehearsal.aws.autoscaling;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What an instance refresh monitors, and its log.
 *
 * @param alarms the states of alarms by logical id
 * @param cancelled whether CloudFormation has cancelled the update
 * @param log receives its progress
 */
public record RefreshWatch(
        Function<List<String>, Map<String, String>> alarms, BooleanSupplier cancelled, Consumer<String> log) {
    /** No alarm goes off, and the update is not cancelled. */
    public static final RefreshWatch NOTHING = new RefreshWatch(names -> Map.of(), () -> false, line -> {});
}
