package io.teal.rehearsal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private static final String PREFIX = "teal-rehearsal-";

    @TempDir
    private Path temporary;

    private Process orphan;
    private Path folder;

    @BeforeEach
    void startAnOrphan() throws IOException {
        orphan = new ProcessBuilder("sleep", "1000").start();
        folder = Files.createDirectory(temporary.resolve(PREFIX + "1"));
        Files.writeString(folder.resolve("h1.log"), "served\n");
        Leftovers.note(folder, orphan.toHandle());
    }

    @AfterEach
    void endIt() {
        orphan.destroyForcibly();
    }

    private void ownedByAProcessThatHasEnded() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Files.writeString(folder.resolve("owner"), ended.pid() + " 1\n");
    }

    @Test
    void theProcessesAndFilesOfARunThatIsGoneAreGone() throws IOException, InterruptedException {
        ownedByAProcessThatHasEnded();
        Leftovers.clean(temporary, PREFIX);
        assertThat(orphan.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(folder).doesNotExist();
    }

    @Test
    void aRunThatGoesOnIsLeftAlone() throws IOException {
        Leftovers.own(folder);
        Leftovers.clean(temporary, PREFIX);
        assertThat(orphan.isAlive()).isTrue();
        assertThat(folder.resolve("h1.log")).exists();
    }

    @Test
    void aFolderWithoutAnOwnerAndOneOfAnotherNameAreLeftAlone() throws IOException {
        Path other = Files.createDirectory(temporary.resolve("other"));
        Leftovers.clean(temporary, PREFIX);
        assertThat(folder).exists();
        assertThat(other).exists();
    }

    @Test
    void aProcessThatGotTheIdOfAnEndedOneIsLeftAlone() throws IOException, InterruptedException {
        ownedByAProcessThatHasEnded();
        Files.writeString(folder.resolve("processes"), orphan.pid() + " 1\n");
        Leftovers.clean(temporary, PREFIX);
        assertThat(orphan.isAlive()).isTrue();
        assertThat(folder).doesNotExist();
    }

    @Test
    void aLineThatWasCutShortNamesNobody() throws IOException, InterruptedException {
        ownedByAProcessThatHasEnded();
        Files.writeString(folder.resolve("processes"), orphan.pid() + " ");
        Leftovers.clean(temporary, PREFIX);
        assertThat(orphan.isAlive()).isTrue();
        assertThat(folder).doesNotExist();
    }
}
