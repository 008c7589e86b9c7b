package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader sees while typing a builder's method: whether it must be called, and what happens if it is not. */
class DocumentedDefaultsTest {
    private static final Path SOURCES = Path.of("lib-constructs/constructs/src/main/java");
    private static final Pattern SETTER = Pattern.compile("public (?:\\w*Builder|B) (\\w+)\\(");
    private static final Pattern DOCUMENTED =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+" + SETTER.pattern(), Pattern.DOTALL);

    static List<Path> builders() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(DocumentedDefaultsTest::hasSetters).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("builders")
    void everySetterSaysItsDefaultOrThatItIsRequired(Path source) throws IOException {
        Matcher setter = DOCUMENTED.matcher(Files.readString(source));
        while (setter.find()) {
            assertThat(setter.group(1))
                    .as("%s, %s", source.getFileName(), setter.group(2))
                    .containsPattern("Default: \\S|Required[,.]");
        }
    }

    @ParameterizedTest
    @MethodSource("builders")
    void everySetterHasJavadoc(Path source) throws IOException {
        assertThat(names(DOCUMENTED, 2, source)).isEqualTo(names(SETTER, 1, source));
    }

    private static List<String> names(Pattern pattern, int group, Path source) throws IOException {
        return pattern.matcher(Files.readString(source))
                .results()
                .map(setter -> setter.group(group))
                .toList();
    }

    private static boolean hasSetters(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && SETTER.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
