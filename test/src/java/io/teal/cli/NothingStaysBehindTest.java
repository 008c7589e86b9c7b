package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NothingStaysBehindTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"KILL,false", "TERM,false", "INT,false", "KILL,true"})
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
        for (ProcessHandle child : children) {
            assertThat(child.onExit()
                            .completeOnTimeout(null, 30, TimeUnit.SECONDS)
                            .join())
                    .as(child.info().toString())
                    .isNotNull();
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
