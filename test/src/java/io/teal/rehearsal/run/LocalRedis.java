package io.teal.rehearsal.run;

import io.teal.rehearsal.process.ChildProcesses;
import io.teal.runtime.function.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Valkey, or Redis, of Debian's package, on a port of its own; what it has is gone when it is closed. */
final class LocalRedis implements AutoCloseable {
    private static final List<String> PROGRAMS = List.of("valkey-server", "redis-server");
    private static final int LOOK_MILLIS = 20;

    private final ChildProcesses processes = new ChildProcesses();
    private final Process process;
    private final int port;

    /** Starts {@code program} and waits until it listens. */
    LocalRedis(Path program) throws IOException, InterruptedException {
        this.port = FreePort.any();
        List<String> command =
                List.of(program.toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "");
        Path log = processes.folder().resolve("store.log");
        this.process = processes.start(command, Map.of(), ProcessBuilder.Redirect.to(log.toFile()));
        while (!listens()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(log));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** The program, if one is installed. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":"))
                .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Its address, as the service takes it. */
    String address() {
        return "redis://127.0.0.1:" + port;
    }

    /** How many of its sessions were visited in both versions. */
    long visitedInBoth(String one, String other) throws IOException {
        String script = "local n = 0 for _, key in ipairs(redis.call('KEYS', 'session:*')) do"
                + " if redis.call('HEXISTS', key, 'visits to " + one + "') == 1"
                + " and redis.call('HEXISTS', key, 'visits to " + other + "') == 1 then n = n + 1 end end return n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("EVAL \"" + script + "\" 0\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
            return Long.parseLong(answer.substring(1));
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        processes.close();
    }
}
