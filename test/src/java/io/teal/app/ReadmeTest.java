package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.ReleaseFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows is what the repository has. */
class ReadmeTest {
    private static final Path EXAMPLE = Path.of("examples/src/main/java/io/teal/examples/NewEverything.java");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    @Test
    void theLibraryInFifteenLinesIsTheTestedExample() throws IOException {
        String code = Files.readString(EXAMPLE);
        String shown = code.substring(code.indexOf("// docs:begin\n") + 14, code.indexOf("        // docs:end"))
                .replaceAll("(?m)^ {8}", "");
        assertThat(shown.lines()).hasSizeLessThanOrEqualTo(15);
        assertThat(readme()).contains("```java\n" + shown + "```");
    }

    @Test
    void everyFlagIsInTheTable() throws IOException {
        String table = readme().lines().filter(line -> line.startsWith("| `")).collect(Collectors.joining("\n"));
        for (ReleaseFlag flag : ReleaseFlag.values()) {
            assertThat(table).contains("`" + flag + "`");
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Matcher link = LINK.matcher(readme());
        while (link.find()) {
            assertThat(Path.of(link.group(1))).exists();
        }
    }

    @Test
    void theFileThatUsersEditHasAtMostThirtyLines() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/main/java/io/teal/app/MyService.java")))
                .hasSizeLessThanOrEqualTo(30);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
