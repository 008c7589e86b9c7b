package io.teal.release;

import java.util.Objects;

/** For records: none of their components may be null. */
public final class Required {
    private Required() {}

    /** Throws a {@link NullPointerException} that says which of {@code components}, counted from 1, is null. */
    public static void all(Object... components) {
        for (int i = 0; i < components.length; i++) {
            int number = i + 1;
            Objects.requireNonNull(components[i], () -> "component " + number);
        }
    }
}
