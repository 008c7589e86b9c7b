package io.teal.rehearsal.report.html;

import static java.util.Map.entry;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.load.Reconciliation;
import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a report as one page: no script, no other file, and a policy that lets a browser load nothing. */
public final class HtmlReport {
    /** In {@code report.html}, <code>{name}</code> is a text, and <code>{=name}</code> is markup. */
    private static final Pattern PLACE = Pattern.compile("\\{(=?)(\\w+)}");

    private final Report report;
    private final Headline headline;

    private HtmlReport(Report report) {
        this.report = report;
        this.headline = new Headline(report);
    }

    /** Writes {@code report} to {@code file}. */
    public static void write(Report report, Path file) {
        try {
            Files.writeString(file, page(report));
        } catch (IOException unwritable) {
            throw new BadInputException("cannot write --html " + file, "name a file in a folder that exists");
        }
    }

    /** The page. */
    static String page(Report report) {
        HtmlReport page = new HtmlReport(report);
        Map<String, String> texts = page.texts();
        Map<String, String> parts = page.parts();
        return PLACE.matcher(resource("report.html")).replaceAll(place -> {
            String name = place.group(2);
            return Matcher.quoteReplacement(place.group(1).isEmpty() ? Escaped.of(texts.get(name)) : parts.get(name));
        });
    }

    private Map<String, String> texts() {
        Reconciliation totals = report.totals();
        return Map.ofEntries(
                entry("title", report.title()),
                entry("verdict", headline.line()),
                entry("tone", headline.tone()),
                entry("date", report.run().date()),
                entry("teal", report.run().teal()),
                entry("staged", staged()),
                entry("phases", Numbers.count(report.phases().size(), "phase", "phases")),
                entry("seconds", Numbers.seconds(report.course().seconds())),
                entry("rate", Numbers.count(report.rate())),
                entry("seed", Long.toString(report.seed())),
                entry("world", Apparatus.world(report)),
                entry("failed", ErrorFigure.caption(report)),
                entry("sent", Numbers.count(totals.sent())),
                entry("answered", Numbers.count(totals.sent() - totals.lost())),
                entry("lost", Numbers.count(totals.lost())),
                entry("doubled", headline.counted(totals.doubled())),
                entry("unseen", headline.counted(totals.unseen())),
                entry("notModelled", Closing.notModelled(report)),
                entry("again", Apparatus.again(report)),
                entry("effort", Apparatus.effort(report)));
    }

    private Map<String, String> parts() {
        Palette palette = new Palette(report);
        return Map.ofEntries(
                entry("style", resource("report.css")),
                entry("patterns", resource("patterns.svg")),
                entry("findings", headline.findings()),
                entry("traffic", ShareFigure.of(report, palette).markup(report)),
                entry("requests", RateFigure.of(report).markup(report)),
                entry("errors", ErrorFigure.of(report).markup(report)),
                entry("latency", LatencyFigure.of(report).markup(report)),
                entry("hosts", HostsFigure.of(report, palette).markup(report)),
                entry("phaseTable", PhaseTable.of(report)),
                entry("steps", StepTable.of(report)),
                entry("decisions", new DecisionList(report).markup()),
                entry("remarks", Closing.remarks(report)),
                entry("losses", StepTable.losses(report)),
                entry("command", Closing.command(report)),
                entry("flags", Closing.flags(report)));
    }

    private String staged() {
        List<String> staged = report.run().staged();
        return staged.isEmpty() ? "nothing" : String.join("; ", staged);
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("the jar has no " + name, missing);
        }
    }
}
