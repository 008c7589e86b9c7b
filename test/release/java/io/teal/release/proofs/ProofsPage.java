package io.teal.release.proofs;

import io.teal.release.search.Search;
import io.teal.release.step.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page {@code docs/proofs.md}: what was found, and what it said before. */
final class ProofsPage {
    static final Path PATH = Path.of("docs", "proofs.md");

    private static final String BY_HAND = "\n## Mutants that were found by hand\n";
    private static final Pattern BREAKS = Pattern.compile("Breaks \\*\\*.*\\*\\* in \\*(.*)\\*:");
    private static final Map<String, String> NAMED = read();

    private ProofsPage() {}

    /** Where the page says that {@code guard} is missed; null if it does not. */
    static String named(Guard guard) {
        return NAMED.get(title(guard.name()));
    }

    private static Map<String, String> read() {
        Map<String, String> named = new HashMap<>();
        String title = "";
        for (String line : lines()) {
            title = line.startsWith("### ") ? line.substring(4) : title;
            Matcher breaks = BREAKS.matcher(line);
            if (breaks.matches()) {
                named.put(title, breaks.group(1));
            }
        }
        return named;
    }

    private static List<String> lines() {
        try {
            return Files.exists(PATH) ? Files.readAllLines(PATH) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String HEAD = String.join(
            "\n",
            "# Proofs",
            "",
            "`ProofsTest` writes this page to the end of *Without a rule of Preflight*, and rewrites it with",
            "`-Dgolden.update=true`; people and `etc/without-rules` write the rest. What the first part shows is",
            "shown of the engine's own code in a finite model, within the bounds each line states, and of nothing",
            "else: nothing has run on AWS. What the model leaves out stands in `how-a-release-works.md`.",
            "",
            "## Every reachable state keeps the laws, and every run ends",
            "",
            "| search (with its bounds) | states | ways on |",
            "| --- | ---: | ---: |",
            "");

    static String page(List<Proofs.Visit> visits, List<Proofs.Mutation> guards, List<Proofs.Mutation> rules) {
        StringBuilder page = new StringBuilder(HEAD);
        visits.forEach(visit -> page.append("| %s | %,d | %,d |%n"
                .formatted(
                        visit.where(), visit.result().states(), visit.result().steps())));
        page.append("\n## Without a guard of the engine\n\nEach guard alone taken away: the law that breaks, and the")
                .append(" shortest way there.\n");
        guards.forEach(mutation -> page.append(section(mutation)));
        page.append("\n## Without a rule of Preflight\n");
        rules.forEach(mutation -> page.append(section(mutation)));
        return page.append(byHand()).toString();
    }

    /** The end of the page, which people write. */
    static String byHand() {
        String page = String.join("\n", lines()) + "\n";
        return page.substring(page.indexOf(BY_HAND));
    }

    private static String section(Proofs.Mutation mutation) {
        Search.Broken broken = mutation.broken().orElseThrow();
        return "\n### " + title(mutation.without()) + "\n\nBreaks **" + broken.law() + "** in *" + mutation.where()
                + "*:\n\n```\n" + String.join("\n", broken.trace()) + "\n```\n";
    }

    private static String title(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
