package io.teal.operate.checklist;

import io.teal.release.port.AwsException;
import io.teal.release.port.Reads;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a read gave.
 *
 * @param value the answer; empty if the read failed
 * @param problem AWS's error code; empty text if it did not fail
 */
record Attempt<T>(Optional<T> value, String problem) {
    /** Begins {@code read}; a failure of AWS is an answer too. */
    static <T> Supplier<Attempt<T>> begin(Reads reads, Supplier<T> read) {
        Supplier<T> begun = reads.begin(read);
        return () -> of(begun);
    }

    private static <T> Attempt<T> of(Supplier<T> read) {
        try {
            return new Attempt<>(Optional.of(read.get()), "");
        } catch (AwsException failed) {
            return new Attempt<>(Optional.empty(), PlainText.clean(failed.code()));
        }
    }

    /** What {@code change} makes of the answer. */
    <R> Attempt<R> map(Function<T, R> change) {
        return new Attempt<>(value.map(change), problem);
    }

    /** What {@code show} makes of the answer; a cell that names the failure if there is none. */
    CheckCell cell(Function<T, CheckCell> show) {
        return value.map(show).orElseGet(() -> CheckCell.unreadable(problem));
    }
}
