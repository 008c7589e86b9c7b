package io.teal.rehearsal.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What happened, line by line; only kept when a broken law is told again from its seed. */
final class Story {
    private final boolean told;
    private final LongSupplier now;
    private final List<String> lines = new ArrayList<>();

    Story(boolean told, LongSupplier now) {
        this.told = told;
        this.now = now;
    }

    void tell(Supplier<String> line) {
        if (told) {
            lines.add(String.format("%7.1f  %s", now.getAsLong() / 1000.0, line.get()));
        }
    }

    List<String> lines() {
        return lines;
    }
}
