package io.teal.rehearsal.report.html;

import io.teal.rehearsal.load.Reconciliation;
import io.teal.rehearsal.report.Findings;
import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import java.util.Locale;

/** What the run showed, in one line and in sentences, and how sure that is. */
final class Headline {
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
            return "! Nothing was measured: run invalid";
        }
        String lost = totals.sent() == 0 ? "no request was sent" : lost();
        if (!report.run().stop().isEmpty()) {
            return "\u2717 Stopped: " + lost;
        }
        if (!report.run().unserved().isEmpty()) {
            return "\u2717 Nothing was released: " + lost;
        }
        return report.clean() ? "\u2713 Released: " + lost : "\u2717 Released, but " + lost;
    }

    private String lost() {
        String lost = totals.lost() == 0
                ? "no request lost of " + Numbers.count(totals.sent())
                : Numbers.count(totals.lost()) + " of " + Numbers.count(totals.sent()) + " requests lost";
        return totals.doubled() == 0 ? lost : lost + ", " + Numbers.count(totals.doubled()) + " served twice";
    }

    /** {@code count}, which is known only where a host keeps a ledger. */
    String counted(long count) {
        return totals.doublesCounted() ? Numbers.count(count) : "not counted";
    }

    /** The style of the verdict. */
    String tone() {
        return !report.invalid().isEmpty() ? "invalid" : report.clean() ? "clean" : "bad";
    }

    /** What the run showed, a paragraph for each sentence. */
    String findings() {
        Markup page = new Markup();
        Findings.of(report).forEach(sentence -> page.element("p", sentence, "class", "small"));
        if (!report.run().output().isEmpty()) {
            page.element("p", "One of its hosts printed last:", "class", "small")
                    .open("pre")
                    .element("code", String.join("\n", report.run().output()))
                    .close("pre");
        }
        String sure = sure();
        return (sure.isEmpty() ? page : page.element("p", sure, "class", "small")).toString();
    }

    private String sure() {
        String ledger =
                totals.doublesCounted() ? "" : " No host wrote to LEDGER, so doubled requests were not counted.";
        if (!report.invalid().isEmpty() || totals.sent() == 0) {
            return "";
        }
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
