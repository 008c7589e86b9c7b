package io.teal.rehearsal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChildProcessesTest {
    private static long reapers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> String.join(" ", process.info().arguments().orElse(new String[0]))
                        .contains(Reaper.class.getName()))
                .count();
    }

    @Test
    void aRunWithoutProcessesHasNoReaperAndLeavesNoFolder() {
        long before = reapers();
        ChildProcesses processes = new ChildProcesses();
        assertThat(processes.folder()).exists();
        assertThat(reapers()).isEqualTo(before);
        processes.close();
        assertThat(processes.folder()).doesNotExist();
    }

    @Test
    void theFirstProcessHasAReaperThatEndsItAndDeletesTheFolder() throws IOException, InterruptedException {
        long before = reapers();
        ChildProcesses processes = new ChildProcesses();
        Process child = processes.start(List.of("sleep", "1000"), Map.of(), ProcessBuilder.Redirect.DISCARD);
        assertThat(reapers()).isGreaterThan(before);
        processes.close();
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(processes.folder()).doesNotExist();
    }
}
