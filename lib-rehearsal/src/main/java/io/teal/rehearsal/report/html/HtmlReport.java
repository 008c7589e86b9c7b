package io.teal.rehearsal.report.html;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes a report as one page: no script, no other file, and a policy that lets a browser load nothing. */
public final class HtmlReport {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private HtmlReport() {}

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
        Markup page = new Markup();
        page.add("<!DOCTYPE html>\n").open("html", "lang", "en");
        head(page, report);
        page.open("body").add(resource("patterns.svg")).open("main");
        top(page, report);
        figures(report).forEach(figure -> figure.write(page, report));
        PhaseTable.write(page, report);
        StepTable.write(page, report);
        new DecisionList(report).write(page);
        LedgerTable.write(page, report);
        Closing.write(page, report);
        page.element("footer", footer(report.effort()));
        return page.close("main").close("body").close("html").toString();
    }

    private static void head(Markup page, Report report) {
        page.open("head").add("<meta charset=\"utf-8\">\n");
        page.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.open("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", "Rehearsal of " + report.title() + ": " + new Headline(report).line());
        page.open("style").add(resource("report.css")).close("style").close("head");
    }

    private static void top(Markup page, Report report) {
        page.open("header").element("p", "Rehearsal", "class", "kicker").element("h1", report.title());
        new Headline(report).write(page);
        page.element("p", rehearsed(report), "class", "lead").close("header");
    }

    private static String rehearsed(Report report) {
        return "Rehearsed: " + report.title() + " in "
                + Numbers.count(report.phases().size(), "phase", "phases") + ", "
                + Numbers.seconds(report.course().seconds()) + " s under " + Numbers.count(report.rate())
                + " requests a second, with seed " + report.seed()
                + ". Processes and HTTP were real; CloudFormation, the load balancer and Auto Scaling were stand-ins"
                + " whose timers ran " + Numbers.plain(report.speed()) + " times faster.";
    }

    private static String footer(Report.Effort effort) {
        return String.format(
                Locale.ROOT,
                "Rehearsed on one machine. Nothing on this page was measured on AWS. The load generator used %.2f of a"
                        + " core, the stand-ins %.2f; one request in a thousand left %s ms late, or later.",
                effort.generatorCores(),
                effort.standInCores(),
                Numbers.millis(effort.lateMillis()));
    }

    private static List<Figure> figures(Report report) {
        Palette palette = new Palette(report);
        return List.of(
                ShareFigure.of(report, palette),
                RateFigure.of(report),
                ErrorFigure.of(report),
                LatencyFigure.of(report),
                HostsFigure.of(report, palette));
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("the jar has no " + name, missing);
        }
    }
}
