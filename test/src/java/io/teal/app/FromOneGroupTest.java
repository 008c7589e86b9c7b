package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.examples.FromOneGroup.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The three deploys from one group to a service of Teal's: none touches what serves. Under load the same is
 * {@code OneGroupCasesTest}.
 */
@SuppressWarnings("unchecked")
class FromOneGroupTest {
    private static final Path PAGE = Path.of("docs", "one-group-behind-an-alb.md");

    @TempDir
    Path out;

    @Test
    void theServiceComesWithoutAChangeOfWhatServes() {
        Map<String, Object> before = resources(Step.BEFORE);
        Map<String, Object> beside = resources(Step.BESIDE);
        assertThat(beside).containsAllEntriesOf(before);
        assertThat(beside.keySet()).anyMatch(id -> id.startsWith("ShopTrafficProduction"));
    }

    @Test
    void theGroupGoesWithoutAChangeOfTheService() {
        Map<String, Object> beside = resources(Step.BESIDE);
        Map<String, Object> after = resources(Step.AFTER);
        Set<String> changed = after.keySet().stream()
                .filter(id -> !after.get(id).equals(beside.get(id)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(changed).hasSize(2).allMatch(id -> id.matches("Balancer(Http|SecurityGroup)[0-9A-F]+"));
        assertThat(after.keySet())
                .as("the way to the new hosts is a resource of its own, unchanged")
                .anyMatch(id -> id.startsWith("ShopTrafficToFleets"));
        assertThat(after.keySet()).noneMatch(id -> id.startsWith("Group"));
    }

    @Test
    void thePageShowsTheTestedCode() throws IOException {
        String code = Files.readString(Path.of("examples/src/main/java/io/teal/examples/FromOneGroup.java"));
        String shown = code.substring(code.indexOf("// docs:begin\n") + 14, code.indexOf("    // docs:end"))
                .replaceAll("(?m)^ {4}", "");
        assertThat(Files.readString(PAGE)).contains("```java\n" + shown + "```");
    }

    private Map<String, Object> resources(Step step) {
        return (Map<String, Object>) new OneGroupTemplates(out)
                .template(step, "activeColor=blue blueVersion=1.0.0 greenVersion=none")
                .get("Resources");
    }
}
