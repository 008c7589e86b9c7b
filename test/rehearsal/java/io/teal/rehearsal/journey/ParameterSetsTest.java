package io.teal.rehearsal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterSetsTest {
    private static final Path A = Path.of("a.json");
    private static final Path B = Path.of("b.json");
    private static final Map<String, String> ONE = Map.of("Version", "1");
    private static final Map<String, String> TWO = Map.of("Version", "2");

    @TempDir
    private Path folder;

    @Test
    void eachTextIsASetAndAValueMayHoldSpaces() {
        assertThat(ParameterSets.of(List.of("Version=1", " Name=a b c  Size=4=5 Region=")))
                .containsExactly(ONE, Map.of("Name", "a b c", "Size", "4=5", "Region", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"ParameterKey\": \"Version\", \"ParameterValue\": \"1\"}]",
                "{\"Parameters\": {\"Version\": \"1\"}}"
            })
    void aFileIsReadAsTheCommandLineOfAwsAndCodePipelineTakeIt(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("one.json"), text);
        assertThat(ParameterSets.of(List.of(file.toString()))).containsExactly(ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Version", "=1", "", "missing.json"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> ParameterSets.of(List.of(text)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("--parameters must be Name=value pairs");
    }

    @Test
    void aFileWithoutParametersIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("one.json"), "{\"Resources\": {}}");
        assertThatThrownBy(() -> ParameterSets.of(List.of(file.toString())))
                .hasMessageContaining("holds no parameters");
    }

    @Test
    void eachTemplateGetsItsOwnAndOneTemplateIsReleasedWithEach() {
        assertThat(Source.TemplateFiles.of(List.of(A, B), List.of(ONE, TWO), true)
                        .releases())
                .containsExactly(new Source.TemplateRelease("", A, ONE), new Source.TemplateRelease("", B, TWO));
        assertThat(Source.TemplateFiles.of(List.of(A), List.of(ONE, TWO), true).releases())
                .containsExactly(new Source.TemplateRelease("", A, ONE), new Source.TemplateRelease("", A, TWO));
        assertThat(Source.TemplateFiles.of(List.of(A, B), List.of(), true).releases())
                .containsExactly(
                        new Source.TemplateRelease("", A, Map.of()), new Source.TemplateRelease("", B, Map.of()));
    }

    @Test
    void anotherNumberOfSetsThanOfTemplatesIsRefused() {
        assertThatThrownBy(() -> Source.TemplateFiles.of(List.of(A, B), List.of(ONE), true))
                .hasMessageContaining("given 1 times, for 2 templates");
    }

    @Test
    void aNameThatNoTemplateHasIsRefused() {
        List<Set<String>> declared = List.of(Set.of("Stage"), Set.of("Share", "AWS::Region"));
        ParameterSets.require(List.of("Stage", "Share", "AWS::Region"), declared);
        assertThatThrownBy(() -> ParameterSets.require(List.of("Shaer"), declared))
                .hasMessageContaining("no parameter Shaer")
                .extracting(error -> ((BadInputException) error).hint())
                .isEqualTo("its parameters: Share, Stage");
    }
}
