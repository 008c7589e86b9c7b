package io.teal.rehearsal.run;

import io.teal.rehearsal.ledger.Reconciliation;
import io.teal.rehearsal.load.Exchange;
import java.util.List;
import java.util.Locale;

/** Whether a run shows anything at all. */
final class Validity {
    private static final long LATE_MICROS = 1_000_000;
    private static final double MOST_LATE = 0.01;

    private Validity() {}

    /** Why the run shows nothing; empty if it does. */
    static String problem(List<Exchange> exchanges, Reconciliation totals, int rate) {
        long late = exchanges.stream()
                .filter(exchange -> exchange.lateMicros() > LATE_MICROS)
                .count();
        if (exchanges.isEmpty()) {
            return "no request was sent";
        }
        if (late > exchanges.size() * MOST_LATE) {
            return String.format(
                    Locale.ROOT,
                    "the generator fell behind: %,d of %,d requests left more than 1 s late; lower --rate %d or free"
                            + " the machine",
                    late,
                    exchanges.size(),
                    rate);
        }
        if (totals.unseen() > 0) {
            return totals.unseen() + " answered requests are in no host's ledger";
        }
        return "";
    }
}
