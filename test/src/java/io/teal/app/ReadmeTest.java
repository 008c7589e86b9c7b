package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.teal.release.ReleaseFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

/** What the README shows is what the repository has. */
class ReadmeTest {
    private static final Path EXAMPLE = Path.of("examples/src/main/java/io/teal/examples/NewEverything.java");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    private static final Pattern OUTPUT = Pattern.compile("\\bService[A-Z][A-Za-z]+(?=[`>])");
    private static final Pattern DEPLOY = Pattern.compile("npx cdk deploy((?: -c [A-Za-z]+=[^ `]+)+)");

    @TempDir
    Path out;

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
    @SuppressWarnings("unchecked")
    void everyOutputItNamesIsOneOfTheDefaultApp() throws IOException {
        App app = Apps.build("default", Apps.LIFE.get(3), out.resolve("outputs"));
        app.synth();
        Set<String> outputs = ((Map<String, ?>) Templates.in(out.resolve("outputs"))
                        .get("web.template.json")
                        .get("Outputs"))
                .keySet();
        assertThat(OUTPUT.matcher(readme()).results().map(MatchResult::group))
                .isNotEmpty()
                .isSubsetOf(outputs);
    }

    @Test
    void everyDeployItShowsIsARelease() throws IOException {
        var deploys =
                DEPLOY.matcher(readme()).results().map(found -> found.group(1)).toList();
        assertThat(deploys).hasSizeGreaterThan(5);
        for (String flags : deploys) {
            String words = flags.replace("-c ", "").replaceAll(" +", " ").strip();
            assertThatCode(() -> Apps.build("default", words, out.resolve(Integer.toHexString(words.hashCode()))))
                    .as(flags)
                    .doesNotThrowAnyException();
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
