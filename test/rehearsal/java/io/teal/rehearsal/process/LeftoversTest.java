package io.teal.rehearsal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    void runsThatBeginAtOnceCleanUpTogether() throws IOException, InterruptedException {
        ownedByAProcessThatHasEnded();
        for (int run = 2; run < 100; run++) {
            Path other = Files.createDirectories(temporary.resolve(PREFIX + run + "/hosts"));
            for (int file = 0; file < 50; file++) {
                Files.writeString(other.resolve(file + ".log"), "served\n");
            }
            Files.copy(folder.resolve("owner"), other.resolveSibling("owner"));
        }
        List<CompletableFuture<Void>> runs = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> Leftovers.clean(temporary, PREFIX), run -> new Thread(run).start()))
                .limit(8)
                .toList();
        runs.forEach(CompletableFuture::join);
        assertThat(temporary).isEmptyDirectory();
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
