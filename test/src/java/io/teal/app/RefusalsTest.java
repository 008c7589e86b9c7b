package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.teal.constructs.SynthErrors;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user sees who wrote something wrong: what, and what to do; never a stack trace. */
class RefusalsTest {
    @TempDir
    Path out;

    static List<Arguments> wrongFlags() {
        return Refusals.flags().stream()
                .map(row -> arguments(row.flags(), row.field(), row.value()))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFlags")
    void wrongFlagsAreRefusedInOneLineThatNamesThem(String flags, String field, String value) {
        // When
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int exitCode = run(flags, printed);
        // Then
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).isIn(SynthErrors.BAD_INPUT, SynthErrors.REFUSED);
        assertThat(text).contains(field).contains(value).startsWith("teal: ").doesNotContain("\tat ", "    at ");
        assertThat(text.lines().count()).as(text).isLessThanOrEqualTo(3);
    }

    @Test
    void aReleaseThatIsRightPrintsNothingAndExitsWithZero() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertThat(run("activeColor=blue version=1.0.0", printed)).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theExamplesRefuseInTheSameWay() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertThat(run("several-services", "dev/orders.activeColor=blu dev/orders.blueVersion=1.4.0", printed))
                .isEqualTo(SynthErrors.BAD_INPUT);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("teal: ")
                .contains("dev/orders.activeColor=blue", "hint: ");
    }

    @Test
    void noReleaseAtAllSaysWhatToWrite() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertThat(run("", printed)).isEqualTo(SynthErrors.BAD_INPUT);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("no release of web")
                .contains("releases/default/web.properties")
                .contains("-c activeColor=blue");
    }

    private int run(String flags, ByteArrayOutputStream printed) {
        return run("default", flags, printed);
    }

    private int run(String app, String flags, ByteArrayOutputStream printed) {
        PrintStream errors = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return SynthErrors.guard(
                () -> Apps.build(app, flags, out.resolve("assembly")).synth(), errors);
    }
}
