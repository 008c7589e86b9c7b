package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionCommandTest {
    private final Line line = new Line();

    /** As the shell does it when a person presses the tabulator. */
    @ParameterizedTest
    @CsvSource({"teal st, status", "teal doc, doctor", "teal rollback --se, --service"})
    void bashCompletesVerbsAndOptionsByTheScript(String typed, String word, @TempDir Path folder)
            throws IOException, InterruptedException {
        assertThat(line.teal("completion")).isZero();
        Path script = Files.writeString(folder.resolve("completion"), line.taken());
        String ask = "source " + script + "; COMP_WORDS=(" + typed + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
                + " _complete_teal; echo \"${COMPREPLY[@]}\"";
        Process bash =
                new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes());
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said.split("\\s+")).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"statsu, status", "rolback, rollback", "histroy, history"})
    void aVerbThatIsMistypedIsSuggested(String typed, String meant) {
        assertThat(line.teal(typed)).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err())
                .contains("hint: did you mean: teal " + meant + "\n")
                .hasLineCount(2);
    }

    @Test
    void aWordThatIsLikeNoVerbIsOnlyRefused() {
        assertThat(line.teal("xyzzy")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).hasLineCount(2);
    }
}
