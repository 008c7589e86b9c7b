package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Rehearsed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rehearsed
class NothingStaysBehindTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource({"KILL,false", "TERM,false", "INT,false", "HUP,false", "KILL,true"})
    void afterASignalEveryProcessIsGone(String signal, boolean command) throws IOException, InterruptedException {
        FakeApp.usual(folder);
        Process teal = start(command);
        BufferedReader out = teal.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); !line.contains(command ? "wait for health" : "baseline"); ) {
            line = out.readLine();
        }
        List<ProcessHandle> children = started(teal, command ? 3 : 4);

        new ProcessBuilder("kill", "-" + signal, Long.toString(teal.pid()))
                .start()
                .waitFor();

        teal.waitFor();
        for (int i = 0; i < 6000 && children.stream().anyMatch(ProcessHandle::isAlive); i++) {
            Thread.sleep(20); // onExit looks at what is no child of this JVM each second only
        }
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP"})
    void aSignalToTheWholeGroupLeavesNoFolder(String signal) throws IOException, InterruptedException {
        assertThat(foldersAfter(signal)).isEmpty();
    }

    @Test
    void theNextRunDeletesWhatAKilledGroupLeaves() throws IOException, InterruptedException {
        assertThat(foldersAfter("KILL")).hasSize(1);
        Teals.start(folder, List.of("-Djava.io.tmpdir=" + temporary), "rehearse", "--templates", "none.json")
                .start()
                .waitFor();
        assertThat(folders()).isEmpty();
    }

    /** Nobody makes a folder in {@code /sys}, whoever runs this. */
    @ParameterizedTest
    @ValueSource(strings = {"/no/such/folder", "/sys"})
    void aTemporaryFolderThatIsMissingOrReadOnlyIsRefused(String place) throws IOException, InterruptedException {
        Process teal = Teals.start(folder, List.of("-Djava.io.tmpdir=" + place), "rehearse")
                .redirectErrorStream(true)
                .start();
        String said = new String(teal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(teal.waitFor()).as(said).isEqualTo(2);
        assertThat(said).startsWith("teal: cannot make a folder in " + place).contains("hint: make it writable");
    }

    /** The folders of runs that are there when a run has ended by {@code signal} to its process group. */
    private List<Path> foldersAfter(String signal) throws IOException, InterruptedException {
        FakeApp.usual(folder);
        ProcessBuilder usual =
                Teals.start(folder, List.of("-Djava.io.tmpdir=" + temporary), "rehearse", "--rate", "50");
        List<String> group = new ArrayList<>(List.of("setsid"));
        group.addAll(usual.command());
        Process teal = usual.command(group).redirectErrorStream(true).start();
        BufferedReader out = teal.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); !line.contains("baseline"); ) {
            line = out.readLine();
        }
        assertThat(folders()).hasSize(1);
        Process kill = new ProcessBuilder("kill", "-" + signal, "--", "-" + teal.pid()).start();
        assertThat(kill.waitFor()).isZero();
        teal.waitFor();
        for (int i = 0; i < 1200 && !folders().isEmpty() && !signal.equals("KILL"); i++) {
            Thread.sleep(100);
        }
        return folders();
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(one -> one.getFileName().toString().startsWith("teal-rehearsal-"))
                    .toList();
        }
    }

    private Process start(boolean command) throws IOException {
        String[] ours = {"rehearse", "--speed", "60", "--rate", "50"};
        String[] theirs = {"--command", "sleep 1000; true"};
        String[] arguments =
                command ? Stream.concat(Stream.of(ours), Stream.of(theirs)).toArray(String[]::new) : ours;
        return Teals.start(folder, arguments).redirectErrorStream(true).start();
    }

    /** The processes of the run: the reaper and at least {@code atLeast - 1} more. */
    private static List<ProcessHandle> started(Process teal, int atLeast) throws InterruptedException {
        List<ProcessHandle> children = teal.descendants().toList();
        while (children.size() < atLeast) {
            Thread.sleep(20);
            children = teal.descendants().toList();
        }
        return children;
    }
}
