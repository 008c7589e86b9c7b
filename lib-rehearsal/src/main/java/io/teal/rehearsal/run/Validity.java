package io.teal.rehearsal.run;

import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.load.Reconciliation;
import java.util.List;
import java.util.Locale;

/** Whether a run is valid. */
final class Validity {
    /** A thousandth of the requests may be later. */
    private static final long LATE_MICROS = 500_000;

    private Validity() {}

    /** Why the run is invalid; empty if it is valid. */
    static String problem(List<Exchange> exchanges, Reconciliation totals, int rate) {
        if (exchanges.isEmpty()) {
            return "no request was sent";
        }
        long late = Efforts.late(exchanges);
        if (late > LATE_MICROS) {
            return String.format(
                    Locale.ROOT,
                    "the generator fell behind: one request in a thousand left %.1f s late or later; lower --rate %d"
                            + " or free the machine",
                    late / 1e6,
                    rate);
        }
        if (totals.unseen() > 0) {
            return totals.unseen() + " answered requests are in no host's ledger";
        }
        return "";
    }
}
