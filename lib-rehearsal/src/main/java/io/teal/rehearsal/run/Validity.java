package io.teal.rehearsal.run;

import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.load.Reconciliation;
import io.teal.rehearsal.report.RunFacts;
import java.util.List;
import java.util.Locale;

/** Whether a run is valid. */
final class Validity {
    /** A thousandth of the requests may be later. */
    private static final long LATE_MICROS = 500_000;

    private Validity() {}

    /**
     * Why the rehearsal itself could not measure; empty if it could. What a version does wrong is a result. A run that
     * it stopped before there was load has no requests; and whether a user's own service writes all of its ledger is
     * its own affair.
     */
    static String problem(List<Exchange> exchanges, Reconciliation totals, RehearsalSettings settings, RunFacts facts) {
        if (!facts.broken().isEmpty()) {
            return facts.broken();
        }
        if (exchanges.isEmpty()) {
            return facts.stop().isEmpty() ? "no request was sent" : "";
        }
        long late = Efforts.late(exchanges);
        if (late > LATE_MICROS) {
            return String.format(
                    Locale.ROOT,
                    "the generator fell behind: one request in a thousand left %.1f s late or later; lower --rate %d"
                            + " or free the machine",
                    late / 1e6,
                    settings.rate());
        }
        boolean ours = settings.command().isEmpty();
        return ours && totals.unseen() > 0 ? totals.unseen() + " answered requests are in no host's ledger" : "";
    }
}
