package io.teal.rehearsal.process;

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

/** Starts processes that end when this one does, even by {@code kill -9}. */
public final class ChildProcesses implements AutoCloseable {
    /** Waits for a line before it becomes the command, so that the reaper knows of it first. */
    private static final String HELD = "read go && exec \"$@\"";

    /** Ctrl-C reaches the whole terminal group; the reaper has to survive it. */
    private static final String DEAF = "trap '' INT HUP; exec \"$@\"";

    private final Path folder;
    private final Process reaper;

    /** Starts the reaper and makes the run's folder. */
    public ChildProcesses() throws IOException {
        this.folder = Files.createTempDirectory("teal-rehearsal-");
        List<String> command = new ArrayList<>(List.of("sh", "-c", DEAF, "sh"));
        command.addAll(java(Reaper.class));
        command.add(folder.toString());
        this.reaper = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Where the run keeps its files; gone when the run is. */
    public Path folder() {
        return folder;
    }

    /** Words that run a main class of the rehearsal in a small JVM. */
    public static List<String> java(Class<?> main) {
        try {
            File classes = new File(
                    main.getProtectionDomain().getCodeSource().getLocation().toURI());
            return List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-Xmx64m",
                    "-Xss256k",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-cp",
                    classes.getPath(),
                    main.getName());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("class path is no file", impossible);
        }
    }

    /**
     * Starts a process.
     *
     * @param command its words
     * @param environment variables added to ours
     * @param output where its output and errors go; nothing reads its output if this is a file
     */
    public Process start(List<String> command, Map<String, String> environment, ProcessBuilder.Redirect output)
            throws IOException {
        List<String> held = new ArrayList<>(List.of("sh", "-c", HELD, "sh"));
        held.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(held).redirectOutput(output);
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(folder.resolve("errors.log").toFile()));
        if (output.file() != null) {
            builder.redirectErrorStream(true);
        }
        builder.environment().putAll(environment);
        Process process = builder.start();
        tell("+" + process.pid());
        process.onExit().thenRun(() -> tell("-" + process.pid()));
        OutputStream go = process.getOutputStream();
        go.write('\n');
        go.flush();
        return process;
    }

    private synchronized void tell(String line) {
        try {
            reaper.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            reaper.getOutputStream().flush();
        } catch (IOException gone) {
            if (line.startsWith("+")) {
                throw new UncheckedIOException("the reaper is gone; no process is started without it", gone);
            }
        }
    }

    /** Kills what is left and deletes the run's folder. */
    @Override
    public void close() {
        try {
            reaper.getOutputStream().close();
            reaper.waitFor();
        } catch (IOException alreadyGone) {
            reaper.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
