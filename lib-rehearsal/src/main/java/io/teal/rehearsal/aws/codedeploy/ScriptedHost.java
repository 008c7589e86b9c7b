package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.aws.autoscaling.Host;
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
 * A host without a service of its own: a process that runs the scripts it is told of. What they leave running, the
 * service, is of its process group, and ends with it.
 */
final class ScriptedHost {
    private static final String SCRIPT = "machine.sh";
    private static final long LOOK_MILLIS = 10;
    private static final int STOPPED = -1;
    private static final int TOO_LATE = -2;

    private final Host host;
    private final Path root;
    private Optional<Installed> installed = Optional.empty();
    private int jobs;

    /**
     * What is on it.
     *
     * @param bundle the revision
     * @param archive the revision's folder, on the host
     * @param files what was copied out of it
     */
    record Installed(RevisionFolders.RevisionFolder bundle, Path archive, List<Path> files) {}

    ScriptedHost(Host host, Path machines) {
        this.host = host;
        this.root = machines.resolve(host.id());
    }

    /** The command that is a machine, for the launcher; its script is put into {@code folder}. */
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
     * @param archive the bundle's folder on the host, where it runs
     * @param stopped asked while it runs; if it says yes the script is killed
     * @return what there is to say of its end; empty if it succeeded
     */
    Optional<String> run(Path archive, Appspec.Script script, Map<String, String> told, BooleanSupplier stopped)
            throws InterruptedException {
        try {
            Path job = job(archive, script, told);
            OutputStream orders = host.process().getOutputStream();
            orders.write((job + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
            int code = await(job, script.timeout(), stopped);
            return said(script, code, sibling(job, "log"));
        } catch (IOException gone) {
            return Optional.of("the host is gone: " + gone.getMessage());
        }
    }

    private Path job(Path archive, Appspec.Script script, Map<String, String> told) throws IOException {
        Path folder = Files.createDirectories(root.resolve("jobs"));
        Path job = folder.resolve(++jobs + ".sh");
        Path file = archive.resolve(script.location());
        file.toFile().setExecutable(true);
        String exports = told.entrySet().stream()
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
            if (late || stopped.getAsBoolean() || !host.process().isAlive()) {
                kill(sibling(job, "pid"));
                return late ? TOO_LATE : STOPPED;
            }
            Thread.sleep(LOOK_MILLIS);
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

    private static Optional<String> said(Appspec.Script script, int code, Path log) throws IOException {
        if (code == 0) {
            return Optional.empty();
        }
        String end = switch (code) {
            case STOPPED -> " was stopped";
            case TOO_LATE -> " took longer than " + script.timeout().toSeconds() + " s";
            default -> " exited with " + code;
        };
        List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
        return Optional.of(script.location() + end + (lines.isEmpty() ? "" : ": " + lines.get(lines.size() - 1)));
    }
}
