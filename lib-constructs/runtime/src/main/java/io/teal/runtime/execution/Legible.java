package io.teal.runtime.execution;

import io.teal.release.TealException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What another version of Teal may have written: a release that a newer one began is rolled back by the older one. It
 * is read if this one can.
 */
final class Legible {
    private Legible() {}

    /** What {@code read} gives; empty if this version cannot read it. */
    static <T> Optional<T> of(Supplier<Optional<T>> read) {
        return or(read, why -> Optional.empty());
    }

    /** Why {@code read} cannot be done by this version; empty if it can. */
    static Optional<String> unless(Runnable read) {
        return or(
                () -> {
                    read.run();
                    return Optional.empty();
                },
                Optional::of);
    }

    /** What {@code read} gives; if this version cannot read it, what {@code unread} makes of the reason. */
    static <T> T or(Supplier<T> read, Function<String, T> unread) {
        try {
            return read.get();
        } catch (IllegalArgumentException | TealException unknown) {
            return unread.apply(unknown.getMessage());
        }
    }
}
