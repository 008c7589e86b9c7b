package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stack that is destroyed, and a colour that is retired, leave no resource behind but those that are named here. */
@SuppressWarnings("unchecked")
class NothingStaysTest {
    /** The log of the default app's VPC, which is the account's; images, from which hosts may run; their key. */
    private static final Map<String, Set<String>> MEANT = Map.of(
            "default", Set.of("AWS::Logs::LogGroup"),
            "image-pipeline",
                    Set.of(
                            "AWS::ImageBuilder::Component",
                            "AWS::ImageBuilder::Image",
                            "AWS::ImageBuilder::ImageRecipe",
                            "AWS::KMS::Key"));

    static Stream<String> apps() {
        return Apps.BY_NAME.keySet().stream();
    }

    /** Types of the resources of {@code app} that CloudFormation keeps when they leave the template. */
    private static Set<String> kept(String app) {
        Set<String> kept = new TreeSet<>();
        for (String flags : Apps.flags(app)) {
            resources(app, flags).values().stream()
                    .filter(resource -> !"Delete".equals(resource.getOrDefault("DeletionPolicy", "Delete"))
                            || !"Delete".equals(resource.getOrDefault("UpdateReplacePolicy", "Delete")))
                    .forEach(resource -> kept.add(resource.get("Type").toString()));
        }
        return kept;
    }

    private static Map<String, Map<String, Object>> resources(String app, String flags) {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        Templates.in(Assemblies.of(app, flags))
                .forEach((name, template) -> all.putAll((Map<String, Map<String, Object>>) template.get("Resources")));
        return all;
    }

    @ParameterizedTest
    @MethodSource("apps")
    void nothingIsKeptButWhatIsMeant(String app) {
        assertThat(kept(app)).isEqualTo(new TreeSet<>(MEANT.getOrDefault(app, Set.of())));
    }

    @Test
    void thePageOfRemovingNamesWhatStays() throws IOException {
        String page = Files.readString(Path.of("docs/remove.md")) + Files.readString(Path.of("docs/images.md"));
        MEANT.values().stream()
                .flatMap(Set::stream)
                .forEach(type -> assertThat(page).contains("`" + type + "`"));
    }

    /** Lambda makes a log group of its own, which no stack deletes, for a function that names none. */
    @ParameterizedTest
    @MethodSource("apps")
    void everyFunctionOfTealsWritesToALogGroupOfItsStack(String app) {
        for (String flags : Apps.flags(app)) {
            assertThat(resources(app, flags).entrySet())
                    .filteredOn(one -> one.getValue().get("Type").equals("AWS::Lambda::Function"))
                    .filteredOn(one -> one.getKey().contains("Machinery"))
                    .allSatisfy(one -> assertThat(
                                    ((Map<String, Object>) one.getValue().get("Properties")))
                            .containsKey("LoggingConfig"));
        }
    }

    /**
     * Image Builder does not look who uses an image: only the tag that every image is made with keeps one that serves.
     */
    @ParameterizedTest
    @MethodSource("apps")
    void noRuleDeletesAnImageThatMayBeInUse(String app) {
        for (String flags : Apps.flags(app)) {
            assertThat(resources(app, flags).values())
                    .filteredOn(one -> one.get("Type").equals("AWS::ImageBuilder::LifecyclePolicy"))
                    .allSatisfy(one ->
                            assertThat(one.toString()).contains("ExclusionRules={Amis={", "TagMap={teal:keep=true}"));
        }
    }

    @Test
    void aRetireRemovesEveryResourceThatTheStartOfItsColourHasMade() {
        Set<String> before = resources("new-everything", Apps.LIFE.get(0)).keySet();
        Set<String> after = resources("new-everything", Apps.LIFE.get(4)).keySet();
        assertThat(after)
                .extracting(id -> id.replace("Green", "Blue").replaceAll("[0-9A-F]{8}$", ""))
                .containsExactlyInAnyOrderElementsOf(before.stream()
                        .map(id -> id.replace("Green", "Blue").replaceAll("[0-9A-F]{8}$", ""))
                        .toList());
    }
}
