package io.teal.release.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MutantsByHandTest {
    private static final Pattern NAME = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");

    @Test
    void everyTestThatIsSaidToFindAMutantExists() throws IOException {
        List<String> named = NAME.matcher(ProofsPage.byHand())
                .results()
                .map(found -> found.group(1) + "." + found.group(2))
                .toList();
        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(tests());
    }

    private static List<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("test"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .flatMap(MutantsByHandTest::tests)
                    .toList();
        }
    }

    private static Stream<String> tests(Path file) {
        String name = file.getFileName().toString().replace(".java", ".");
        try {
            return METHOD.matcher(Files.readString(file)).results().map(found -> name + found.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
