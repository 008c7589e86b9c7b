package io.teal.runtime.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
