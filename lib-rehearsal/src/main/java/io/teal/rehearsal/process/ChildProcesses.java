package io.teal.rehearsal.process;

import io.teal.rehearsal.BadInputException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts processes that end with this one, even after {@code kill -9}. */
public final class ChildProcesses implements AutoCloseable {
    /** Waits for a line before it executes the command, so that the reaper has its id first. */
    private static final String WAIT_THEN_EXECUTE = "read go && exec \"$@\"";

    /** Ctrl-C and others signal the whole process group; the reaper must survive it. */
    private static final String IGNORE_SIGNALS = "trap '' INT HUP TERM; exec \"$@\"";

    private static final String PREFIX = "teal-rehearsal-";

    private final Path folder;
    private Optional<Process> reaper = Optional.empty();

    /**
     * Cleans up after earlier runs and makes the run's folder. The reaper starts with the first process: a run on the
     * virtual clock may have none, and leaves an empty folder to the next run if it is killed.
     *
     * @throws BadInputException if there is no folder for temporary files, or none can be made in it
     */
    public ChildProcesses() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Leftovers.clean(temporary, PREFIX);
        this.folder = makeFolder(temporary);
    }

    private Process startReaper() throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", IGNORE_SIGNALS, "sh"));
        command.addAll(java(Reaper.class));
        command.add(folder.toString());
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Path makeFolder(Path temporary) {
        try {
            Path folder = Files.createTempDirectory(temporary, PREFIX);
            Leftovers.own(folder);
            return folder;
        } catch (IOException unusable) {
            throw new BadInputException(
                    "cannot make a folder in " + temporary + ", where temporary files go: " + unusable,
                    "make it writable, or name another: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR");
        }
    }

    /** The run's folder; deleted when the run ends. */
    public Path folder() {
        return folder;
    }

    /** Command line that runs a main class in a small JVM, with its jar and those of {@code needed}. */
    public static List<String> java(Class<?> main, Class<?>... needed) {
        String classPath = Stream.concat(Stream.of(main), Stream.of(needed))
                .map(ChildProcesses::jar)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx64m",
                "-Xss256k",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                classPath,
                main.getName());
    }

    private static String jar(Class<?> of) {
        try {
            return new File(of.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getPath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("class path is not a file", impossible);
        }
    }

    /**
     * Starts a process.
     *
     * @param command its command line
     * @param environment variables added to this process's
     * @param output destination of its output, and of its errors if this is a file
     */
    public Process start(List<String> command, Map<String, String> environment, ProcessBuilder.Redirect output)
            throws IOException {
        List<String> waiting = new ArrayList<>(List.of("sh", "-c", WAIT_THEN_EXECUTE, "sh"));
        waiting.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(waiting).redirectOutput(output);
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(folder.resolve("errors.log").toFile()));
        if (output.file() != null) {
            builder.redirectErrorStream(true);
        }
        builder.environment().putAll(environment);
        Process process = builder.start();
        Leftovers.note(folder, process.toHandle());
        notifyReaper("+" + process.pid());
        process.onExit().thenRun(() -> notifyReaper("-" + process.pid()));
        OutputStream go = process.getOutputStream();
        go.write('\n');
        go.flush();
        return process;
    }

    private void notifyReaper(String line) {
        try {
            tell(line);
        } catch (IOException ended) {
            if (line.startsWith("+")) {
                throw new UncheckedIOException("the reaper has ended; no process is started without it", ended);
            }
        }
    }

    private synchronized void tell(String line) throws IOException {
        if (reaper.isEmpty()) {
            reaper = Optional.of(startReaper());
        }
        OutputStream lines = reaper.get().getOutputStream();
        lines.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        lines.flush();
    }

    private synchronized Optional<Process> reaper() {
        return reaper;
    }

    /** Kills what is left and deletes the run's folder. */
    @Override
    public void close() {
        Optional<Process> started = reaper();
        try {
            if (started.isPresent()) {
                started.get().getOutputStream().close();
                started.get().waitFor();
            } else {
                Deletion.of(folder);
            }
        } catch (IOException endedOrDeleted) {
            started.ifPresent(Process::destroy);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
