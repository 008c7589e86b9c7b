package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.Threads;
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
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A host without a service: a process that runs the scripts of deployments as CodeDeploy's agent does: by their
 * absolute paths, from a folder that is not the bundle's, until nothing has their output open. The service that they
 * start is in its process group, and ends with it.
 */
final class ScriptedAgent implements Agent {
    private static final String SCRIPT = "machine.sh";
    private static final long CHECK_MILLIS = 10;
    private static final int STOPPED = -1;
    private static final int TIMED_OUT = -2;
    private static final int OUTPUT_OPEN = -3;
    private static final String PID = "pid";
    private static final String KILLED = "killed";
    private static final String LOG = "log";
    private static final String CODE = "code";
    private static final String STATUS = "status";

    private static final ExecutorService THREADS = Threads.named("codedeploy");

    private final Host host;
    private final Path root;
    private volatile List<Path> copied = List.of();
    private volatile Optional<Installed> installed = Optional.empty();
    private int jobs;

    /**
     * The installed revision.
     *
     * @param bundle the revision
     * @param archive the revision's folder, on the host
     * @param files the files copied from it
     */
    private record Installed(RevisionFolders.RevisionFolder bundle, Path archive, List<Path> files) {}

    ScriptedAgent(Host host, Path machines) {
        this.host = host;
        this.root = machines.resolve(host.id());
    }

    /** Command for the launcher that runs such a host, maybe in a sandbox; writes its script into {@code folder}. */
    static String command(Path folder, boolean sandboxed) {
        Path script = folder.resolve(SCRIPT);
        try (InputStream text = ScriptedAgent.class.getResourceAsStream(SCRIPT)) {
            Files.copy(text, script);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + script, failed);
        }
        return "exec bash '" + script + "'" + (sandboxed ? " sandboxed" : "");
    }

    @Override
    public Optional<String> version() {
        return installed.map(on -> on.bundle().version());
    }

    @Override
    public CompletableFuture<Optional<String>> start(String event, Order order) {
        return CompletableFuture.supplyAsync(() -> perform(event, order), THREADS);
    }

    @Override
    public void succeeded(Order order) {
        installed = Optional.of(new Installed(order.bundle(), archive(order), copied));
    }

    private Path archive(Order order) {
        return root.resolve("deployments").resolve(order.deployment());
    }

    private Optional<String> perform(String event, Order order) {
        try {
            switch (event) {
                case "DownloadBundle" ->
                    Copies.install(
                            List.of(new Appspec.Copied(".", "/")),
                            order.bundle().folder(),
                            archive(order));
                case "Install" -> install(order);
                default -> {
                    return scripts(event, order);
                }
            }
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(failed.toString());
        } catch (InterruptedException interrupted) {
            return Optional.of("the rehearsal has ended");
        }
    }

    private void install(Order order) throws IOException {
        Copies.delete(installed.map(Installed::files).orElse(List.of()));
        copied = Copies.install(order.bundle().appspec().files(), archive(order), root);
    }

    private Optional<String> scripts(String event, Order order) throws InterruptedException {
        boolean old = RevisionLifecycle.isOfThePreviousRevision(event);
        if (old && installed.isEmpty()) {
            return Optional.empty();
        }
        RevisionFolders.RevisionFolder of = old ? installed.get().bundle() : order.bundle();
        Path where = old ? installed.get().archive() : archive(order);
        for (Appspec.Script script : of.scripts(event)) {
            Map<String, String> environment = new TreeMap<>(order.names());
            environment.put("LIFECYCLE_EVENT", event);
            environment.put("DEPLOYMENT_ID", order.deployment());
            environment.put("VERSION", of.version());
            environment.put("ROOT", root.toString());
            Optional<String> failure = run(where, script, environment, order.stopped());
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    /**
     * Runs a script.
     *
     * @param archive the bundle's folder on the host, the working directory
     * @param stopped polled while it runs; if true the script is killed
     * @return why it failed; empty if it succeeded
     */
    private Optional<String> run(
            Path archive, Appspec.Script script, Map<String, String> environment, BooleanSupplier stopped)
            throws InterruptedException {
        try {
            Path job = job(archive, script, environment);
            OutputStream input =
                    ((Launcher.HostProcess) host.machine()).process().getOutputStream();
            input.write((job + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
            int code = await(job, script.timeout(), stopped);
            return failure(script, code, sibling(job, LOG));
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
                "cd '" + root + "' || exit\n" + exports
                        + "{ '" + file + "' 2>&1 </dev/null; echo $? >'" + sibling(job, CODE) + "'; } | cat >'"
                        + sibling(job, LOG) + "'\nmv '" + sibling(job, CODE) + "' '" + sibling(job, STATUS) + "'\n");
    }

    private static Path sibling(Path job, String ending) {
        return job.resolveSibling(job.getFileName().toString().replace(".sh", "." + ending));
    }

    private int await(Path job, Duration timeout, BooleanSupplier stopped) throws IOException, InterruptedException {
        OptionalLong deadline = OptionalLong.empty();
        Path status = sibling(job, STATUS);
        while (!Files.exists(status)) {
            // A script has its time from when it begins, however long the machine takes to start it.
            if (deadline.isEmpty() && Files.exists(sibling(job, PID))) {
                deadline = OptionalLong.of(System.nanoTime() + timeout.toNanos());
            }
            boolean late = deadline.isPresent() && System.nanoTime() > deadline.getAsLong();
            if (late || stopped.getAsBoolean() || !host.machine().isAlive()) {
                int why = late ? lateBecause(job) : STOPPED; // before the kill, which closes the output
                kill(job);
                return why;
            }
            Thread.sleep(CHECK_MILLIS);
        }
        return Integer.parseInt(Files.readString(status).trim());
    }

    /** CodeDeploy's agent waits until everything that has the script's output open has closed it. */
    private static int lateBecause(Path job) {
        return Files.exists(sibling(job, CODE)) ? OUTPUT_OPEN : TIMED_OUT;
    }

    /** Kills a job, or keeps one from beginning that has not written its process id yet. */
    private static void kill(Path job) throws IOException {
        Files.createFile(sibling(job, KILLED));
        Path pid = sibling(job, PID);
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).trim())).ifPresent(process -> {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            });
        }
    }

    private static Optional<String> failure(Appspec.Script script, int code, Path log) throws IOException {
        if (code == 0) {
            return Optional.empty();
        }
        String end = switch (code) {
            case STOPPED -> " was stopped";
            case OUTPUT_OPEN ->
                " has ended, and what it started keeps its output open: CodeDeploy's agent waits, and fails after "
                        + script.timeout().toSeconds() + " s";
            case TIMED_OUT -> " took longer than " + script.timeout().toSeconds() + " s";
            default -> " exited with " + code;
        };
        List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
        return Optional.of(script.location() + end + (lines.isEmpty() ? "" : ": " + lines.get(lines.size() - 1)));
    }
}
