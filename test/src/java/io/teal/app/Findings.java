package io.teal.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What CDK's validation and its plugins reported of one synthesis. */
final class Findings {
    private Findings() {}

    /** One rule that one construct breaks. */
    record Finding(String name, String place) {}

    /**
     * All findings in the report of {@code assembly}, whatever their severity, and also those that some construct has
     * acknowledged: an acknowledgement anywhere silences a rule in the whole app.
     */
    static Set<Finding> of(Path assembly) {
        Set<Finding> found = new LinkedHashSet<>();
        for (JsonNode plugin : report(assembly).get("pluginReports")) {
            for (String kind : List.of("violations", "suppressedViolations")) {
                plugin.path(kind).forEach(violation -> add(violation, found));
            }
            if (plugin.findValues("ruleName").isEmpty()
                    && "failure".equals(plugin.path("conclusion").asText())) {
                throw new IllegalStateException("checks that did not run, in " + assembly + ": " + plugin);
            }
        }
        return found;
    }

    private static void add(JsonNode violation, Set<Finding> found) {
        String name = violation.get("ruleName").asText();
        JsonNode places = violation.path("violatingConstructs");
        places.forEach(
                place -> found.add(new Finding(name, place.path("constructPath").asText())));
        if (places.isEmpty()) {
            found.add(new Finding(name, ""));
        }
    }

    private static JsonNode report(Path assembly) {
        try {
            return new ObjectMapper()
                    .readTree(assembly.resolve("validation-report.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
