package io.teal.runtime.aws;

import java.util.function.Supplier;

/** Something costly, made when it is first asked for, by one thread. */
public final class MadeOnce<T> implements Supplier<T> {
    private final Supplier<T> make;
    private T made;

    /** What {@code make} gives, which is not null. */
    public MadeOnce(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public synchronized T get() {
        if (made == null) {
            made = make.get();
        }
        return made;
    }
}
