package io.teal.rehearsal.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What runs leave behind whose command and reaper were both killed, as by {@code kill -9} of their process group: the
 * next run on this machine cleans it up. Each run's folder names its command and its processes, with the moment at
 * which each began, because ids are used again.
 */
final class Leftovers {
    private static final String OWNER = "owner";
    private static final String PROCESSES = "processes";

    /** A process's beginning is told by the machine's clock, which may be set meanwhile. */
    private static final long CLOCKS_DIFFER_MILLIS = 60_000;

    private Leftovers() {}

    /** Notes in {@code folder} that it belongs to this process. */
    static void own(Path folder) throws IOException {
        Files.writeString(folder.resolve(OWNER), line(ProcessHandle.current()));
    }

    /** Notes in {@code folder} a process of the run. */
    static void note(Path folder, ProcessHandle process) throws IOException {
        Files.writeString(
                folder.resolve(PROCESSES), line(process), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Kills and deletes what belongs to no command that runs. A folder that cannot be read or deleted is left. */
    static void clean(Path temporary, String prefix) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, prefix + "*")) {
            for (Path folder : folders) {
                cleanOne(folder);
            }
        } catch (IOException unreadable) {
            // The run's own folder will not be made either, and that is refused.
            return;
        }
    }

    private static void cleanOne(Path folder) {
        try {
            List<String> owner = lines(folder.resolve(OWNER));
            if (owner.size() == 1 && running(owner.get(0)).isEmpty()) {
                lines(folder.resolve(PROCESSES)).stream()
                        .flatMap(line -> running(line).stream())
                        .forEach(Reaper::kill);
                Deletion.of(folder);
            }
        } catch (IOException somebodyElses) {
            return;
        }
    }

    /** A line that was cut short, as on a full disk, names nobody. */
    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> line.matches("\\d{1,9} \\d{1,18}"))
                        .toList()
                : List.of();
    }

    private static String line(ProcessHandle process) {
        return process.pid() + " " + begun(process) + "\n";
    }

    private static long begun(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static Optional<ProcessHandle> running(String line) {
        String[] part = line.split(" ");
        return ProcessHandle.of(Long.parseLong(part[0]))
                .filter(process ->
                        process.isAlive() && Math.abs(begun(process) - Long.parseLong(part[1])) < CLOCKS_DIFFER_MILLIS);
    }
}
