package io.teal.cli;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.report.JsonReport;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.html.HtmlReport;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that write a report to files. */
final class ReportFiles {
    @Option(names = "--json", paramLabel = "FILE", description = "writes the report there too")
    private Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "writes it there too, as one page for a browser")
    private Path html;

    /** Refuses a file that cannot be written, before the run starts. */
    void require() {
        require("--json", json);
        require("--html", html);
    }

    private static void require(String option, Path file) {
        if (file != null && !Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new BadInputException("cannot write " + option + " " + file, "name a file in a folder that exists");
        }
    }

    void write(Report report) {
        if (json != null) {
            JsonReport.write(report, json);
        }
        if (html != null) {
            HtmlReport.write(report, html);
        }
    }
}
