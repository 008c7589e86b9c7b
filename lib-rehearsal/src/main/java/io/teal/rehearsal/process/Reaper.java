package io.teal.rehearsal.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A process that cleans up after the command: when its standard input ends, however the command ended, it kills every
 * registered process with its descendants, and deletes the run's folder.
 */
public final class Reaper {
    private final Set<Long> processes = new TreeSet<>();

    private Reaper() {}

    /**
     * Reads lines {@code +pid} and {@code -pid} until standard input ends.
     *
     * @param arguments the run's folder
     */
    public static void main(String[] arguments) throws IOException {
        Reaper reaper = new Reaper();
        reaper.listen(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII)));
        reaper.processes.forEach(Reaper::kill);
        Deletion.of(Path.of(arguments[0]));
    }

    private void listen(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            long process = Long.parseLong(line.substring(1));
            if (line.startsWith("+")) {
                processes.add(process);
            } else {
                processes.remove(process);
            }
        }
    }

    /** Kills a process and its descendants. */
    private static void kill(long process) {
        ProcessHandle.of(process).ifPresent(Reaper::kill);
    }

    /**
     * Kills a process and its descendants at once, and the process groups that they lead: those include orphans of
     * theirs.
     */
    public static void kill(ProcessHandle process) {
        List<ProcessHandle> family = family(process);
        List<String> words = new ArrayList<>(List.of("kill", "-s", "KILL", "--"));
        family.forEach(one -> words.add("-" + one.pid()));
        try {
            new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException none) {
            // No kill command: no shell either, so no host leads a process group.
            family.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }

    /** A process and its descendants. */
    public static List<ProcessHandle> family(ProcessHandle parent) {
        return Stream.concat(parent.descendants(), Stream.of(parent)).toList();
    }
}
