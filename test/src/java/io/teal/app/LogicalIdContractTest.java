package io.teal.app;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A changed logical id replaces a resource of every user: it must be seen, and meant. */
class LogicalIdContractTest {
    static Stream<String> apps() {
        return Apps.BY_NAME.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("apps")
    void noLogicalIdOfAnyAppChanges(String app) {
        // Given
        Map<String, TreeSet<String>> idsByTemplate = new TreeMap<>();
        // When
        for (String flags : Apps.flags(app)) {
            Templates.in(Assemblies.of(app, flags))
                    .forEach((name, template) -> idsByTemplate
                            .computeIfAbsent(name, key -> new TreeSet<>())
                            .addAll(ids(template)));
        }
        // Then
        idsByTemplate.forEach((name, ids) ->
                Golden.check("contract/" + app + "/" + name.replace(".template.json", ".ids"), lines(ids)));
    }

    @SuppressWarnings("unchecked")
    private static TreeSet<String> ids(Map<String, Object> template) {
        Map<String, Map<String, Object>> resources = (Map<String, Map<String, Object>>) template.get("Resources");
        return resources.entrySet().stream()
                .map(resource -> resource.getKey() + " " + resource.getValue().get("Type"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lines(TreeSet<String> ids) {
        return String.join("\n", ids) + "\n";
    }
}
