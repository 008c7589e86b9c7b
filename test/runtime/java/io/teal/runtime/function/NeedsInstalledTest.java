package io.teal.runtime.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;

/** What a fresh clone lacks is skipped there, and nowhere in the gate. */
class NeedsInstalledTest {
    @TempDir
    Path root;

    @Test
    void aTestIsSkippedWithALineWhileWhatItNeedsIsMissing() throws IOException {
        ConditionEvaluationResult result = NeedsInstalled.Condition.evaluate(false, root, ".venv/bin/python");
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason())
                .hasValue(".venv/bin/python is not there; bin/test installs it and runs this test too");
        Files.createDirectories(root.resolve(".venv/bin/python"));
        assertThat(NeedsInstalled.Condition.evaluate(false, root, ".venv/bin/python")
                        .isDisabled())
                .isFalse();
    }

    @Test
    void theGateSkipsNothing() {
        assertThat(NeedsInstalled.Condition.evaluate(true, root, "missing").isDisabled())
                .isFalse();
    }

    @Test
    void theGateSaysThatItIsOne() throws IOException {
        assertThat(Files.readString(Path.of("bin/test"))).contains("export TEAL_GATE=1");
    }

    @Test
    void whatRunsAnInstalledToolSaysSo() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("test"))) {
            List<Path> users = files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> text(file).matches("(?s).*= new (Interpreter|Moto|Simulator)\\(.*"))
                    .toList();
            assertThat(users)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(file -> assertThat(text(file)).contains("\n@NeedsInstalled("));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
