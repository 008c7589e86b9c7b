package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** Same input, same template, byte for byte: nothing of it is looked up, dated or taken from the surroundings. */
class DeterminismTest {
    private static final Map<String, String> ELSEWHERE = Map.of(
            "AWS_REGION", "ap-northeast-2",
            "AWS_DEFAULT_REGION", "ap-northeast-2",
            "AWS_PROFILE", "somebody-else",
            "CDK_DEFAULT_REGION", "ap-northeast-2",
            "CDK_DEFAULT_ACCOUNT", "222222222222",
            "TZ", "Asia/Seoul",
            "LC_ALL", "tr_TR.UTF-8",
            "USER", "somebody-else");

    @TempDir
    private Path folder;

    @Test
    void theSameReleaseGivesTheSameBytes() throws IOException {
        synthesize(folder.resolve("one"));
        synthesize(folder.resolve("two"));
        assertThat(template("one")).isEqualTo(template("two"));
    }

    @Test
    void anotherPlaceTimeAndUserGiveTheSameBytes() throws Exception {
        // Given
        ProcessBuilder elsewhere = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Duser.language=tr",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeterminismTest.class.getName(),
                        folder.resolve("elsewhere").toString())
                .inheritIO();
        elsewhere.environment().putAll(ELSEWHERE);
        // When
        int code = elsewhere.start().waitFor();
        synthesize(folder.resolve("here"));
        // Then
        assertThat(code).isZero();
        assertThat(template("elsewhere")).isEqualTo(template("here"));
    }

    @Test
    void nothingHasToBeLookedUp() throws IOException {
        synthesize(folder.resolve("one"));
        assertThat(Files.readString(folder.resolve("one/manifest.json"))).doesNotContain("\"missing\"");
    }

    /** Synthesizes into the folder it is given; run in a process of its own. */
    public static void main(String[] args) {
        synthesize(Path.of(args[0]));
        System.exit(0);
    }

    private static void synthesize(Path out) {
        App app = new App(AppProps.builder().outdir(out.toString()).build());
        Wiring.everything().service().newVpc().service(app, SampleService.STACK);
        app.synth();
    }

    private String template(String out) throws IOException {
        return Files.readString(folder.resolve(out).resolve(SampleService.STACK + ".template.json"));
    }
}
