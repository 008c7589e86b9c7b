package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.rehearsal.aws.autoscaling.Launcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A host without a service: a process that runs the scripts of deployments. The service that they start is in its
 * process group, and ends with it.
 */
final class ScriptedHost {
    private static final String SCRIPT = "machine.sh";
    private static final long CHECK_MILLIS = 10;
    private static final int STOPPED = -1;
    private static final int TIMED_OUT = -2;

    private final Host host;
    private final Path root;
    private Optional<Installed> installed = Optional.empty();
    private int jobs;

    /**
     * The installed revision.
     *
     * @param bundle the revision
     * @param archive the revision's folder, on the host
     * @param files the files copied from it
     */
    record Installed(RevisionFolders.RevisionFolder bundle, Path archive, List<Path> files) {}

    ScriptedHost(Host host, Path machines) {
        this.host = host;
        this.root = machines.resolve(host.id());
    }

    /** Command for the launcher that runs such a host; writes its script into {@code folder}. */
    static String command(Path folder) {
        Path script = folder.resolve(SCRIPT);
        try (InputStream text = ScriptedHost.class.getResourceAsStream(SCRIPT)) {
            Files.copy(text, script);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + script, failed);
        }
        return "exec bash '" + script + "'";
    }

    Host host() {
        return host;
    }

    /** Stands for {@code /} of a real host. */
    Path root() {
        return root;
    }

    synchronized Optional<Installed> installed() {
        return installed;
    }

    synchronized void installed(Installed now) {
        installed = Optional.of(now);
    }

    /**
     * Runs a script.
     *
     * @param archive the bundle's folder on the host, the working directory
     * @param stopped polled while it runs; if true the script is killed
     * @return why it failed; empty if it succeeded
     */
    Optional<String> run(Path archive, Appspec.Script script, Map<String, String> environment, BooleanSupplier stopped)
            throws InterruptedException {
        try {
            Path job = job(archive, script, environment);
            OutputStream input =
                    ((Launcher.HostProcess) host.machine()).process().getOutputStream();
            input.write((job + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
            int code = await(job, script.timeout(), stopped);
            return failure(script, code, sibling(job, "log"));
        } catch (IOException failed) {
            return Optional.of("the host is gone: " + failed.getMessage());
        }
    }

    private Path job(Path archive, Appspec.Script script, Map<String, String> environment) throws IOException {
        Path folder = Files.createDirectories(root.resolve("jobs"));
        Path job = folder.resolve(++jobs + ".sh");
        Path file = archive.resolve(script.location());
        file.toFile().setExecutable(true);
        String exports = environment.entrySet().stream()
                .map(one -> "export " + one.getKey() + "='" + one.getValue() + "'\n")
                .collect(Collectors.joining());
        return Files.writeString(
                job,
                "echo $$ >'" + sibling(job, "pid") + "'\ncd '" + archive + "' || exit\n" + exports + "'" + file
                        + "' >'" + sibling(job, "log") + "' 2>&1 </dev/null\necho $? >'" + sibling(job, "part")
                        + "'\nmv '" + sibling(job, "part") + "' '" + sibling(job, "status") + "'\n");
    }

    private static Path sibling(Path job, String ending) {
        return job.resolveSibling(job.getFileName().toString().replace(".sh", "." + ending));
    }

    private int await(Path job, Duration timeout, BooleanSupplier stopped) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Path status = sibling(job, "status");
        while (!Files.exists(status)) {
            boolean late = System.nanoTime() > deadline;
            if (late || stopped.getAsBoolean() || !host.machine().isAlive()) {
                kill(sibling(job, "pid"));
                return late ? TIMED_OUT : STOPPED;
            }
            Thread.sleep(CHECK_MILLIS);
        }
        return Integer.parseInt(Files.readString(status).trim());
    }

    private static void kill(Path pid) throws IOException {
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).trim())).ifPresent(job -> {
                job.descendants().forEach(ProcessHandle::destroyForcibly);
                job.destroyForcibly();
            });
        }
    }

    private static Optional<String> failure(Appspec.Script script, int code, Path log) throws IOException {
        if (code == 0) {
            return Optional.empty();
        }
        String end = switch (code) {
            case STOPPED -> " was stopped";
            case TIMED_OUT -> " took longer than " + script.timeout().toSeconds() + " s";
            default -> " exited with " + code;
        };
        List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
        return Optional.of(script.location() + end + (lines.isEmpty() ? "" : ": " + lines.get(lines.size() - 1)));
    }
}
