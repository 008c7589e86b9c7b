package io.teal.rehearsal.aws.elb;

import io.teal.runtime.function.FreePort;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** HAProxy in front of targets: chosen by weight, nothing sent twice. */
final class Haproxy {
    private static final String CONFIGURATION = """
            global
                stats socket %s level admin
            defaults
                mode http
                retries 0
                timeout connect 10s
                timeout client 60s
                timeout server 60s
            frontend load
                bind 127.0.0.1:%d
                default_backend targets
            backend targets
                balance roundrobin
                http-reuse always
            %s
            """;

    private final Process process;
    private final Path socket;
    private final int port;

    /** Each target's port, and its weight. */
    Haproxy(Path folder, Map<Integer, Integer> weights) throws IOException, InterruptedException {
        this.socket = folder.resolve("haproxy.sock");
        this.port = FreePort.any();
        String servers = weights.entrySet().stream()
                .map(one -> "    server t%1$d 127.0.0.1:%1$d weight %2$d".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), CONFIGURATION.formatted(socket, port, servers));
        this.process = new ProcessBuilder(List.of("haproxy", "-db", "-f", file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
        Service.await(() -> Files.exists(socket));
    }

    static boolean isInstalled() {
        try {
            Process version = new ProcessBuilder("haproxy", "-v")
                    .redirectErrorStream(true)
                    .start();
            version.getInputStream().transferTo(OutputStream.nullOutputStream());
            return version.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int port() {
        return port;
    }

    /** The target on {@code targetPort} takes no more new requests. */
    void drain(int targetPort) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            String command = "set server targets/t" + targetPort + " state drain\n";
            channel.write(ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII)));
            while (channel.read(ByteBuffer.allocate(1024)) >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(1, TimeUnit.MINUTES);
    }
}
