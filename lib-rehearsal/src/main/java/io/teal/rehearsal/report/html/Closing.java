package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Recipe;
import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.stream.Collectors;

/** What was not modelled, and how to repeat the run. */
final class Closing {
    private Closing() {}

    static String notModelled(Report report) {
        return report.noPart().isEmpty()
                ? "Nothing: every resource of the templates was modelled."
                : report.notModelled();
    }

    /** What the templates say that the run does not show. */
    static String remarks(Report report) {
        Markup page = new Markup();
        report.run().remarks().forEach(remark -> page.element("p", remark.line(), "class", "small"));
        return page.toString();
    }

    static String command(Report report) {
        String command = report.recipe().command();
        Markup page = new Markup();
        return command.isEmpty()
                ? ""
                : page.open("pre").element("code", command).close("pre").toString();
    }

    static String flags(Report report) {
        List<Recipe.RepeatedRelease> releases = report.recipe().releases();
        Table table = new Table("Flags of each release", List.of("release", "flags"));
        releases.forEach(release -> table.row(List.of(release.name(), flags(release))));
        return releases.isEmpty() ? "" : table.markup();
    }

    private static String flags(Recipe.RepeatedRelease release) {
        return release.flags().entrySet().stream()
                .map(flag -> flag.getKey() + "=" + flag.getValue())
                .collect(Collectors.joining(" "));
    }
}
