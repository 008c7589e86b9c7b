package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.Golden;
import io.teal.app.TemplatesOfTheApp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code plan --offline} on templates that the apps synthesize; a connection fails the test. */
class PlanOfflineTest {
    private static final String ONE = "activeColor=blue blueVersion=1.0.0";
    private static final String STARTED = ONE + " greenVersion=2.0.0";
    private static final String PROMOTED = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";
    private static final String RETIRED = "activeColor=green blueVersion=none greenVersion=2.0.0";

    private static final String OVER = "activeColor=blue blueVersion=3.0.0 greenVersion=2.0.0";

    private final Line line = new Line();

    private int plan(Path before, Path after, String... more) {
        List<String> words = new ArrayList<>(List.of("plan", "--offline", before.toString(), "--cdk-out"));
        words.add(after.toString());
        words.addAll(List.of(more));
        return line.run(
                Teal.commandLine((profile, region) -> {
                    throw new AssertionError("plan --offline asks nobody");
                }),
                words.toArray(String[]::new));
    }

    private String printed(String title, String before, String after, ExitCode exit) throws IOException {
        Path from = TemplatesOfTheApp.assembly("default", before);
        assertThat(plan(from, TemplatesOfTheApp.assembly("default", after)))
                .as(line.err())
                .isEqualTo(exit.code());
        String text = line.taken();
        assertThat(text.replaceAll("\\s+", " ")).startsWith("offline: as if " + from + " were deployed");
        return "# " + title + "\n" + text.replaceFirst("(?s).*?(?=  not known)", "") + "\n";
    }

    @Test
    void eachDeployIsPrinted() throws IOException {
        String all = printed("start", ONE, STARTED, ExitCode.ACCEPTED)
                + printed("promote", STARTED, PROMOTED, ExitCode.ACCEPTED)
                + printed("retire", PROMOTED, RETIRED, ExitCode.ACCEPTED)
                + printed("a forgotten flag", STARTED, ONE + " greenVersion=none", ExitCode.ACCEPTED)
                + printed("another version where traffic is", STARTED, OVER, ExitCode.REFUSED)
                + printed("nothing new", PROMOTED, PROMOTED, ExitCode.ACCEPTED);
        Golden.check("golden/cli/plan-offline.txt", all);
    }

    static Stream<String> apps() {
        return TemplatesOfTheApp.ofOneServiceWithColors();
    }

    @ParameterizedTest
    @MethodSource("apps")
    void theLifeOfEachExampleIsAccepted(String app) throws IOException {
        List<String> life = List.of(ONE, STARTED, PROMOTED, RETIRED);
        for (int at = 1; at < life.size(); at++) {
            Path before = TemplatesOfTheApp.assembly(app, life.get(at - 1));
            int code = plan(before, TemplatesOfTheApp.assembly(app, life.get(at)), "--hosts", "4");
            String text = line.taken();
            assertThat(code)
                    .as("%s, deploy %d: %s%s", app, at, text, line.err())
                    .isZero();
            assertThat(text).contains("with 4 hosts in each fleet").doesNotContain("no change");
        }
    }

    @Test
    void jsonSaysThatItIsOffline() throws IOException {
        Path one = TemplatesOfTheApp.assembly("default", ONE);
        assertThat(plan(one, TemplatesOfTheApp.assembly("default", STARTED), "--json"))
                .isZero();
        assertThat(line.taken()).contains("\"offline\":true").contains("\"accepted\":true");
    }

    @Test
    void whatDoesNotGoWithItIsRefused() throws IOException {
        Path one = TemplatesOfTheApp.assembly("default", ONE);
        refuses("leave out --profile and --region", plan(one, one, "--region", "eu-west-1"));
        refuses("--hosts must be 1 or more, got 0", plan(one, one, "--hosts", "0"));
        refuses("holds no output of cdk synth", plan(Path.of("nowhere"), one));
        int code = line.run(Teal.commandLine(), "plan", "--hosts", "3", "--cdk-out", one.toString());
        refuses("--hosts goes with --offline", code);
    }

    private void refuses(String text, int code) {
        assertThat(code).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err().replaceAll("\\s+", " ")).contains(text);
    }
}
