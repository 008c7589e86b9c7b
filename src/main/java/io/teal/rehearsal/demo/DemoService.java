package io.teal.rehearsal.demo;

import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service that behaves as a target should: keeps idle connections longer than the load balancer does, and finishes
 * what it has begun when it is asked to stop.
 *
 * <p>Reads {@code PORT}, {@code VERSION}, {@code COLOR} and {@code LEDGER} from the environment, and {@code FAULT}, the
 * name of a {@link Fault}.
 */
public final class DemoService {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(120);
    private static final long CALM_MILLIS = 200;

    private final byte[] greeting;
    private final Ledger ledger;
    private final Fault fault;
    private final AtomicInteger busy = new AtomicInteger();
    private volatile long lastRequest = System.nanoTime();

    private DemoService(String greeting, Ledger ledger, Fault fault) {
        this.fault = fault;
        this.greeting = greeting.getBytes(StandardCharsets.UTF_8);
        this.ledger = ledger;
    }

    /** Serves until it is asked to stop. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        String greeting = environment.getOrDefault("COLOR", "") + " " + environment.getOrDefault("VERSION", "") + "\n";
        Ledger ledger =
                new Ledger(Optional.ofNullable(environment.get("LEDGER")).map(Path::of));
        DemoService service =
                new DemoService(greeting, ledger, Fault.valueOf(environment.getOrDefault("FAULT", Fault.NONE.name())));
        Runtime.getRuntime().addShutdownHook(new Thread(service::finish));
        service.listen(Integer.parseInt(environment.getOrDefault("PORT", "8080")));
    }

    private void listen(int port) throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
            while (true) {
                SocketChannel accepted = server.accept();
                threads.execute(() -> serve(accepted));
            }
        }
    }

    /** Holds the end back until no request is in work and none has come for a moment. */
    private void finish() {
        try {
            while (busy.get() > 0 || System.nanoTime() - lastRequest < CALM_MILLIS * 1_000_000) {
                Thread.sleep(10);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(SocketChannel accepted) {
        try (HttpConnection client = new HttpConnection(accepted)) {
            client.timeout(KEEP_ALIVE);
            boolean open = true;
            while (open) {
                Optional<HttpHead> head = HttpHead.read(client.in());
                open = head.isPresent() && answer(head.get(), client);
            }
        } catch (IOException clientLeft) {
            // the balancer may close a connection whenever it likes
            return;
        }
    }

    private boolean answer(HttpHead request, HttpConnection client) throws IOException {
        busy.incrementAndGet();
        lastRequest = System.nanoTime();
        try {
            HttpBody.copyRequest(request, client.in(), OutputStream.nullOutputStream());
            ledger.write(request);
            HttpHead.of(fault.status(request.target()), "Content-Length", Integer.toString(greeting.length))
                    .write(client.out());
            client.out().write(request.method().equals("HEAD") ? new byte[0] : greeting);
            client.out().flush();
            return request.keepAlive();
        } finally {
            busy.decrementAndGet();
        }
    }
}
