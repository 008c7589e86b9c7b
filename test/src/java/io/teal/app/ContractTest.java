package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tag keys and types of custom resources are spelled in {@code Contract} and nowhere else in main code. */
class ContractTest {
    private static final Predicate<String> SPELLED =
            Pattern.compile("\"teal:[^ \"]|\"[^\"]*Custom::Teal").asPredicate();

    @Test
    void noOtherFileSpellsATagKeyOrAResourceType() throws IOException {
        assertThat(mainSources().filter(ContractTest::spells))
                .map(file -> file.getFileName().toString())
                .containsExactly("Contract.java");
    }

    private static Stream<Path> mainSources() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(""))) {
            return folders.filter(folder -> folder.toString().matches("lib-.*|src|examples|bench")).toList().stream()
                    .flatMap(ContractTest::files)
                    .filter(file -> file.toString().matches(".*src/main/java/.*\\.java"));
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean spells(Path file) {
        try {
            return Files.readAllLines(file).stream().anyMatch(SPELLED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
