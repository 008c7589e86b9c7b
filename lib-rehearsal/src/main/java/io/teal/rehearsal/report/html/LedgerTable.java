package io.teal.rehearsal.report.html;

import io.teal.rehearsal.load.Reconciliation;
import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.Locale;

/** The client's ledger against the hosts'. */
final class LedgerTable {
    private LedgerTable() {}

    static void write(Markup page, Report report) {
        Reconciliation totals = report.totals();
        page.open("section").element("h2", "Ledger");
        page.element("p", "The requests of the client, compared with the ledgers of the hosts.", "class", "caption");
        Table table = new Table(page, "Ledger", List.of("requests", "#count", "what it means"));
        table.row(List.of("sent", Numbers.count(totals.sent()), "by the client"));
        table.row(List.of("answered", Numbers.count(totals.sent() - totals.lost()), "with a 2xx code"));
        table.row(List.of("lost", Numbers.count(totals.lost()), "not answered with a 2xx code"));
        table.row(List.of("doubled", counted(totals, totals.doubled()), "POST, served more than once"));
        table.row(List.of("unseen", counted(totals, totals.unseen()), "answered, and in no host's ledger"));
        table.close();
        if (!report.losses().isEmpty()) {
            losses(page, report.losses());
        }
        page.close("section");
    }

    private static String counted(Reconciliation totals, long count) {
        return totals.doublesCounted() ? Numbers.count(count) : "not counted";
    }

    private static void losses(Markup page, List<Report.Loss> losses) {
        page.element("h3", "Lost, by cause");
        Table table = new Table(page, "Lost requests by cause", List.of("cause", "#count", "when"));
        losses.forEach(loss -> table.row(List.of(loss.cause(), Numbers.count(loss.count()), when(loss))));
        table.close();
    }

    private static String when(Report.Loss loss) {
        return String.format(
                Locale.ROOT, "%.1f to %.1f s after %s", loss.fromSeconds(), loss.toSeconds(), loss.since());
    }
}
