package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.aws.lambda.LocalFunctions.CalledKind;
import io.teal.rehearsal.aws.stepfunctions.LocalPerson;
import io.teal.rehearsal.process.ChildProcesses;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a command that stands for a hook or a probe is given, and what its end says. */
class FunctionCommandsTest {
    private static final Map<String, Object> PAYLOAD =
            Map.of("color", "green", "version", "2.0.0", "previewUrl", "http://127.0.0.1:1");

    private ChildProcesses processes;

    @BeforeEach
    void begin() throws IOException {
        processes = new ChildProcesses();
    }

    @AfterEach
    void end() {
        processes.close();
    }

    private Map<String, Object> answer(CalledKind kind, String command) {
        Optional<String> own = Optional.of(command);
        return new FunctionCommands(
                        processes, new RehearsalSettings.UserPrograms(own, own, false, LocalPerson.Played.NOTHING))
                .to(kind, PAYLOAD);
    }

    @Test
    void aCommandThatEndsWellPassesAndWhatItPrintsLastIsItsAnswer() {
        assertThat(answer(CalledKind.HOOK, "echo fine")).containsEntry("passed", true);
        assertThat(answer(CalledKind.HOOK, "echo first; echo '{\"passed\": false, \"reason\": \"no\"}'"))
                .containsEntry("passed", false)
                .containsEntry("reason", "no");
        assertThat(answer(CalledKind.PROBE, "echo '{\"answered\": 5, \"failed\": 1}'"))
                .containsEntry("answered", 5)
                .containsEntry("failed", 1);
    }

    @Test
    void itReadsThePayloadFromItsEnvironmentAndItsInput() {
        assertThat(answer(CalledKind.HOOK, "test \"$COLOR $VERSION $PREVIEW_URL\" = 'green 2.0.0 http://127.0.0.1:1'"))
                .containsEntry("passed", true);
        assertThat(answer(CalledKind.HOOK, "cat")).containsEntry("color", "green");
    }

    @Test
    void aCommandThatEndsBadlyFailsWithItsLastWords() {
        assertThatThrownBy(() -> answer(CalledKind.HOOK, "echo 'the smoke test saw a 500' >&2; exit 3"))
                .hasMessageContaining("exited with 3: the smoke test saw a 500");
    }

    @Test
    void withoutACommandAllIsWell() {
        FunctionCommands none = new FunctionCommands(processes, RehearsalSettings.UserPrograms.NONE);
        assertThat(none.to(CalledKind.HOOK, PAYLOAD)).containsEntry("passed", true);
        assertThat(none.to(CalledKind.PROBE, PAYLOAD)).containsEntry("failed", 0);
    }
}
