package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Recipe;
import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.stream.Collectors;

/** What was not modelled, and how to repeat the run. */
final class Closing {
    private Closing() {}

    static void write(Markup page, Report report) {
        notModelled(page, report);
        repeat(page, report);
    }

    private static void notModelled(Markup page, Report report) {
        long count =
                report.noPart().values().stream().mapToLong(Integer::longValue).sum();
        page.open("section").element("h2", "Not modelled");
        if (count == 0) {
            page.element("p", "Nothing: every resource of the templates was modelled.");
        } else {
            String types = report.noPart().entrySet().stream()
                    .map(type -> type.getKey() + (type.getValue() > 1 ? " (" + type.getValue() + ")" : ""))
                    .collect(Collectors.joining(", "));
            page.element("p", Numbers.count(count, "resource", "resources") + ": " + types);
        }
        page.close("section");
    }

    private static void repeat(Markup page, Report report) {
        Recipe recipe = report.recipe();
        page.open("section").element("h2", "How to repeat it");
        if (!recipe.command().isEmpty()) {
            page.open("pre").element("code", recipe.command()).close("pre");
        }
        page.element(
                "p",
                "Seed " + report.seed() + " draws the same choices again; what real processes do still differs from run"
                        + " to run.");
        if (!recipe.releases().isEmpty()) {
            Table table = new Table(page, "Flags of each release", List.of("release", "flags"));
            recipe.releases().forEach(release -> table.row(List.of(release.name(), flags(release))));
            table.close();
        }
        page.close("section");
    }

    private static String flags(Recipe.RepeatedRelease release) {
        return release.flags().entrySet().stream()
                .map(flag -> flag.getKey() + "=" + flag.getValue())
                .collect(Collectors.joining(" "));
    }
}
