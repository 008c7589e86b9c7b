package io.teal.rehearsal.run;

import io.teal.rehearsal.process.ChildProcesses;
import io.teal.runtime.function.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL of Debian's package, on a port of its own; what it has is gone when it is closed. */
final class LocalPostgres implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final int RUNS_OF_A_STEP = 50;

    private final ChildProcesses processes = new ChildProcesses();
    private final Path programs;
    private final Path data;
    private final int port;

    /** Starts that of the folder {@code programs}. */
    LocalPostgres(Path programs) throws IOException {
        this.programs = programs;
        this.port = FreePort.any();
        Path folder = Files.createDirectory(processes.folder().resolve("postgres"));
        this.data = folder.resolve("data");
        if (isRoot()) {
            run(List.of("chmod", "711", processes.folder().toString()));
            run(List.of("chown", "postgres", folder.toString()));
        }
        run(asUser("initdb", "-D", data.toString(), "-A", "trust", "-U", "orders", "--no-sync"));
        String options = "-k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off -p " + port;
        run(asUser(
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-o",
                options,
                "-l",
                folder.resolve("log").toString(),
                "start"));
    }

    /** The folder of its programs, if one is installed. */
    static Optional<Path> installed() {
        try (Stream<Path> versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.of()) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its address, as the service takes it. */
    String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=orders";
    }

    /** Makes it what 1.0.0 was released with. */
    void anew() {
        psql("-c", "DROP SCHEMA public CASCADE", "-c", "CREATE SCHEMA public");
        step("0-before.sql");
    }

    /** Runs a script of the example; one that got no lock in time is run again, as a pipeline does it. */
    void step(String script) {
        IllegalStateException last = null;
        for (int run = 0; run < RUNS_OF_A_STEP; run++) {
            try {
                psql("-f", Path.of("examples/schema", script).toAbsolutePath().toString());
                return;
            } catch (IllegalStateException failed) {
                last = failed;
                if (!failed.getMessage().contains("lock timeout")) {
                    throw failed;
                }
            }
        }
        throw last;
    }

    /** What a query answers. */
    String ask(String query) {
        return psql("-c", query).strip();
    }

    private String psql(String... arguments) {
        List<String> command = new ArrayList<>(List.of(programs.resolve("psql").toString(), "-h", "127.0.0.1"));
        command.addAll(List.of("-p", Integer.toString(port), "-U", "orders", "-d", "postgres"));
        command.addAll(List.of("-v", "ON_ERROR_STOP=1", "-qtA"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** PostgreSQL refuses to run as root. */
    private List<String> asUser(String program, String... arguments) {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** A server that stays behind would keep a pipe open: output goes to a file. */
    private String run(List<String> command) {
        try {
            Path output = Files.createTempFile(processes.folder(), "postgres", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int code = process.waitFor();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        try {
            run(asUser("pg_ctl", "-D", data.toString(), "-m", "immediate", "stop"));
        } finally {
            processes.close();
        }
    }
}
