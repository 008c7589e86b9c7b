package io.teal.rehearsal.aws.autoscaling;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What an instance refresh looks at, and whom it tells.
 *
 * @param alarms the states of the alarms of those logical ids
 * @param cancelled whether CloudFormation has given the update up
 * @param log told how it goes
 */
public record RefreshWatch(
        Function<List<String>, Map<String, String>> alarms, BooleanSupplier cancelled, Consumer<String> log) {
    /** No alarm goes off, and nobody gives up. */
    public static final RefreshWatch NOTHING = new RefreshWatch(names -> Map.of(), () -> false, line -> {});
}
