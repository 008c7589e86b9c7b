package io.teal.rehearsal.aws.autoscaling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What an update of a group has to know of its stack, and its log.
 *
 * @param alarms the states of alarms by logical id
 * @param cancelled why it was cancelled, if it was
 * @param rollsBack whether the stack goes back
 * @param log receives its progress
 */
public record RefreshWatch(
        Function<List<String>, Map<String, String>> alarms,
        Supplier<Optional<String>> cancelled,
        boolean rollsBack,
        Consumer<String> log) {
    /** No alarm goes off, and nobody cancels it. */
    public static final RefreshWatch NOTHING = new RefreshWatch(names -> Map.of(), Optional::empty, line -> {});

    /** The same of a stack that goes forward. */
    public RefreshWatch(
            Function<List<String>, Map<String, String>> alarms,
            Supplier<Optional<String>> cancelled,
            Consumer<String> log) {
        this(alarms, cancelled, false, log);
    }

    /** {@code size} as the stack writes it: in a rollback all of it, whatever the update policy says. */
    FleetModel.GroupSize sizes(FleetModel.GroupSize size) {
        return rollsBack ? new FleetModel.GroupSize(size.min(), size.max(), size.desired()) : size;
    }
}
