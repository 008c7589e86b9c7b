package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.teal.release.ReleaseFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

/** What the README and the pages of a user's life show is what the repository has. */
class ReadmeTest {
    private static final Path EXAMPLE = Path.of("examples/src/main/java/io/teal/examples/NewEverything.java");
    private static final List<String> PAGES =
            List.of("adopt", "first-deploy", "release", "watch", "undo", "remove", "upgrade", "flags");

    private static final Pattern OUTPUT = Pattern.compile("\\bService[A-Z][A-Za-z]+(?=[`>])");
    private static final Pattern DEPLOY = Pattern.compile("npx cdk deploy((?: -c [A-Za-z]+=[^ `]+)+)");

    @TempDir
    Path out;

    @Test
    void theConstructsInFifteenLinesAreTheTestedExample() throws IOException {
        String code = Files.readString(EXAMPLE);
        String shown = code.substring(code.indexOf("// docs:begin\n") + 14, code.indexOf("        // docs:end"))
                .replaceAll("(?m)^ {8}", "");
        assertThat(shown.lines()).hasSizeLessThanOrEqualTo(15);
        assertThat(page("docs/constructs.md")).contains("```java\n" + shown + "```");
    }

    @Test
    void theWholeAppIsTheOneThatInitWrites() throws IOException {
        String app = Files.readString(Path.of("examples/starter/src/main/java/com/example/shop/ShopApp.java"));
        String shown = app.substring(app.indexOf("import "));
        assertThat(page("README.md")).contains("```java\n" + shown + "```");
    }

    @Test
    void everyFlagIsInTheTable() throws IOException {
        String table = page("docs/flags.md")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .collect(Collectors.joining("\n"));
        for (ReleaseFlag flag : ReleaseFlag.values()) {
            assertThat(table).contains("`" + flag + "`");
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
        assertThat(OUTPUT.matcher(pages()).results().map(MatchResult::group))
                .isNotEmpty()
                .isSubsetOf(outputs);
    }

    @Test
    void everyDeployItShowsIsARelease() throws IOException {
        var deploys =
                DEPLOY.matcher(pages()).results().map(found -> found.group(1)).toList();
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

    private static String page(String name) throws IOException {
        return Files.readString(Path.of(name));
    }

    /** README.md and the pages of a user's life, which it was once. */
    private static String pages() throws IOException {
        StringBuilder text = new StringBuilder(page("README.md"));
        for (String name : PAGES) {
            text.append(page("docs/" + name + ".md"));
        }
        return text.toString();
    }
}
