package io.teal.rehearsal.report.html;

import io.teal.rehearsal.load.Reconciliation;
import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import java.util.Locale;

/** What the run showed, in one line, and how sure that is. */
final class Headline {
    private static final String NO_LEDGER = " No host wrote to LEDGER, so doubled requests were not counted.";
    private static final double THREE_IN_A_MILLION = 3e6;

    private final Report report;
    private final Reconciliation totals;

    Headline(Report report) {
        this.report = report;
        this.totals = report.totals();
    }

    /** The verdict in one line. */
    String line() {
        if (!report.invalid().isEmpty()) {
            return "! Run invalid";
        }
        String mark = report.clean() ? "\u2713 " : "\u2717 ";
        return mark + "Lost " + Numbers.count(totals.lost()) + " of " + Numbers.count(totals.sent()) + ", doubled "
                + counted(totals.doubled());
    }

    /** {@code count}, which is known only where a host keeps a ledger. */
    String counted(long count) {
        return totals.doublesCounted() ? Numbers.count(count) : "not counted";
    }

    /** The style of the verdict. */
    String tone() {
        return !report.invalid().isEmpty() ? "invalid" : report.clean() ? "clean" : "bad";
    }

    /** How sure the verdict is. */
    String sure() {
        if (!report.invalid().isEmpty()) {
            return report.invalid();
        }
        String ledger = totals.doublesCounted() ? "" : NO_LEDGER;
        if (totals.lost() > 0) {
            return "The losses, with cause and time, are listed below." + ledger;
        }
        return String.format(
                        Locale.ROOT,
                        "With none lost, fewer than 3/%s = %.0f in a million are lost over many such runs,"
                                + " with 95 %% confidence.",
                        Numbers.count(totals.sent()),
                        THREE_IN_A_MILLION / totals.sent())
                + ledger;
    }
}
