package io.teal.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** What CDK's validation and its plugins reported of one synthesis. */
final class Findings {
    private Findings() {}

    /**
     * The names of all findings in the report of {@code assembly}, whatever their severity, and also those that some
     * construct has acknowledged: an acknowledgement anywhere silences a rule in the whole app.
     */
    static Set<String> of(Path assembly) {
        Set<String> names = new TreeSet<>();
        for (JsonNode plugin : report(assembly).get("pluginReports")) {
            plugin.get("violations")
                    .forEach(violation -> names.add(violation.get("ruleName").asText()));
        }
        return names;
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
