package io.teal.rehearsal.report.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A constant value over a time span.
 *
 * @param from its start, in seconds
 * @param to its end
 * @param low its lower edge
 * @param high its upper edge
 */
record Slab(double from, double to, double low, double high) {

    double height() {
        return high - low;
    }

    /** Merges equal neighbours. */
    static List<Slab> joined(List<Slab> slabs) {
        List<Slab> joined = new ArrayList<>();
        for (Slab slab : slabs) {
            Slab before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && before.meets(slab) && before.low == slab.low && before.high == slab.high) {
                joined.set(joined.size() - 1, new Slab(before.from, slab.to, slab.low, slab.high));
            } else {
                joined.add(slab);
            }
        }
        return joined;
    }

    boolean meets(Slab next) {
        return to == next.from;
    }
}
