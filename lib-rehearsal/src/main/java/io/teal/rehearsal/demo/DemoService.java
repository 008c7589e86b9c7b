package io.teal.rehearsal.demo;

import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service that behaves as a target should: keeps idle connections longer than the load balancer does, and finishes
 * what it has begun when it is asked to stop.
 *
 * <p>Reads {@code PORT}, {@code VERSION}, {@code COLOR}, {@code HOST_ID} and {@code LEDGER} from the environment, and
 * {@code FAULT}, see {@link Faults}. A request that asks for {@code ?millis=500} takes half a second.
 */
public final class DemoService {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(120);
    private static final Pattern TAKES = Pattern.compile("[?&]millis=(\\d{1,6})");
    private static final long CALM_MILLIS = 200;

    private final byte[] greeting;
    private final String host;
    private final Ledger ledger;
    private final Faults faults;
    private final Duration keepAlive;
    private final AtomicInteger busy = new AtomicInteger();
    private volatile long lastRequest = System.nanoTime();

    private DemoService(String greeting, String host, Ledger ledger, Faults faults) {
        this.faults = faults;
        this.host = host;
        this.greeting = greeting.getBytes(StandardCharsets.UTF_8);
        this.ledger = ledger;
        this.keepAlive = faults.amount(Fault.CLOSES_AFTER).isPresent()
                ? Duration.ofMillis((long) faults.amount(Fault.CLOSES_AFTER).getAsDouble())
                : KEEP_ALIVE;
    }

    /** Serves until it is asked to stop. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        String greeting = environment.getOrDefault("COLOR", "") + " " + environment.getOrDefault("VERSION", "") + "\n";
        Ledger ledger =
                new Ledger(Optional.ofNullable(environment.get("LEDGER")).map(Path::of));
        DemoService service =
                new DemoService(greeting, environment.getOrDefault("HOST_ID", ""), ledger, Faults.of(environment));
        service.boot();
        Runtime.getRuntime().addShutdownHook(new Thread(service::finish));
        service.listen(Integer.parseInt(environment.getOrDefault("PORT", "8080")));
    }

    private void boot() {
        if (faults.has(Fault.CRASHES)) {
            throw new IllegalStateException("crashed, as it was told to");
        }
        faults.amount(Fault.BOOTS_IN).ifPresent(seconds -> sleep((long) (seconds * 1000)));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
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
        while (faults.has(Fault.DEAF) || busy.get() > 0 || System.nanoTime() - lastRequest < CALM_MILLIS * 1_000_000) {
            sleep(10);
        }
    }

    private void serve(SocketChannel accepted) {
        try (HttpConnection client = new HttpConnection(accepted)) {
            client.timeout(keepAlive);
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

    /** Takes the time that the request, or a fault, says, and dies if it is to; not for a health check. */
    private void take(HttpHead request) {
        if (request.header(RehearsalHeaders.REQUEST).isEmpty()) {
            return;
        }
        faults.amount(Fault.SLOW).ifPresent(millis -> sleep((long) millis));
        Matcher takes = TAKES.matcher(request.target());
        if (takes.find()) {
            sleep(Long.parseLong(takes.group(1)));
        }
        if (faults.has(Fault.DIES_AFTER) && faults.due(Fault.DIES_AFTER)) {
            Runtime.getRuntime().halt(1);
        }
    }

    private boolean answer(HttpHead request, HttpConnection client) throws IOException {
        busy.incrementAndGet();
        lastRequest = System.nanoTime();
        try {
            HttpBody.copyRequest(request, client.in(), OutputStream.nullOutputStream());
            ledger.write(request);
            take(request);
            if (faults.has(Fault.RESETS)
                    && request.header(RehearsalHeaders.REQUEST).isPresent()) {
                client.reset();
                return false;
            }
            HttpHead.of(faults.status(request.target()), "Content-Length", Integer.toString(greeting.length))
                    .with(RehearsalHeaders.HOST, host)
                    .write(client.out());
            client.out().write(request.method().equals("HEAD") ? new byte[0] : greeting);
            client.out().flush();
            return request.keepAlive();
        } finally {
            busy.decrementAndGet();
        }
    }
}
