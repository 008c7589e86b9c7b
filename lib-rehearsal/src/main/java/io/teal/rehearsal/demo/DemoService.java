package io.teal.rehearsal.demo;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A well-behaved target: keeps idle connections longer than the load balancer does, and finishes its requests on
 * SIGTERM.
 *
 * <p>When it listens, it writes how many milliseconds it took to boot into the file {@code LEDGER} with {@value #BOOT}
 * appended.
 *
 * <p>Reads {@code PORT}, {@code VERSION}, {@code COLOR}, {@code HOST_ID} and {@code LEDGER} from the environment, and
 * {@code FAULT}, see {@link HostFault}. A request that asks for {@code ?millis=500} takes half a second. With
 * {@code OWN_COMMAND} it acts out faults before the service that this command line runs.
 */
public final class DemoService {
    /** What the name of the file with the time to boot ends with. */
    public static final String BOOT = ".boot";

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(120);
    private static final Pattern TAKES = Pattern.compile("[?&]millis=(\\d{1,6})");
    private static final long CALM_MILLIS = 200;
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int BAD_INPUT = 2;
    static final String HEALTH = "/health";
    private static final int OK = 200;
    private static final Map<Integer, String> STATUS_LINES = Map.of(
            OK, "HTTP/1.1 200 OK", 500, "HTTP/1.1 500 Internal Server Error", 503, "HTTP/1.1 503 Service Unavailable");

    private final byte[] greeting;
    private final String host;
    private final Ledger ledger;
    private final Faults faults;
    private final Optional<OwnService> own;
    private final Duration keepAlive;
    private final AtomicInteger busy = new AtomicInteger();
    private volatile long lastRequest = System.nanoTime();

    private DemoService(String greeting, String host, Ledger ledger, Faults faults, Optional<OwnService> own) {
        this.own = own;
        this.faults = faults;
        this.host = host;
        this.greeting = greeting.getBytes(StandardCharsets.UTF_8);
        this.ledger = ledger;
        this.keepAlive = faults.keepAlive(KEEP_ALIVE);
    }

    /**
     * The command line for {@code sh} of a demo service before another one.
     *
     * @param own the command line of the other one
     * @param demo that of a demo service, word by word
     */
    public static String before(String own, List<String> demo) {
        Stream<String> words = Stream.concat(Stream.of(OwnService.COMMAND + "=" + own), demo.stream());
        return words.map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", "exec env ", ""));
    }

    /** Serves until it is asked to stop. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        String greeting = environment.getOrDefault("COLOR", "") + " " + environment.getOrDefault("VERSION", "") + "\n";
        Faults faults = faults(environment);
        if (faults.crashes()) {
            throw new IllegalStateException("crashed by FAULT=CRASHES");
        }
        sleep(faults.boot());
        String command = environment.get(OwnService.COMMAND);
        Optional<OwnService> own = command == null ? Optional.empty() : Optional.of(OwnService.start(command));
        Optional<String> file = Optional.ofNullable(environment.get("LEDGER")).filter(ours -> own.isEmpty());
        Ledger ledger = new Ledger(file.map(Path::of));
        DemoService service = new DemoService(greeting, environment.getOrDefault("HOST_ID", ""), ledger, faults, own);
        Runtime.getRuntime().addShutdownHook(new Thread(service::finish));
        service.listen(Integer.parseInt(environment.getOrDefault("PORT", "8080")), file);
    }

    /** A mistyped fault is one line, so that it does not look like a host that crashes. */
    private static Faults faults(Map<String, String> environment) {
        try {
            return Faults.of(environment);
        } catch (BadInputException mistyped) {
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
                    .println("FAULT: " + mistyped.getMessage() + "; " + mistyped.hint());
            System.exit(BAD_INPUT);
            throw mistyped;
        }
    }

    /** Ends at once, as a process that crashes does. */
    private static void crash() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(1);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(int port, Optional<String> ledger) throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
            if (ledger.isPresent()) {
                Files.writeString(Path.of(ledger.get() + BOOT), Long.toString(age().toMillis()));
            }
            while (true) {
                SocketChannel accepted = server.accept();
                threads.execute(() -> serve(accepted));
            }
        }
    }

    private static Duration age() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }

    /** Delays the exit until no request is in progress and none has arrived for a moment. */
    private void finish() {
        while (!faults.stops() || busy.get() > 0 || System.nanoTime() - lastRequest < CALM_MILLIS * 1_000_000) {
            sleep(LOOK);
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

    /** Takes the time that a request of the load asks for, and applies the faults; returns whether it is answered. */
    private boolean applyFaults(HttpHead request) {
        if (request.header(RehearsalHeaders.REQUEST).isEmpty()) {
            return true;
        }
        sleep(asked(request).plus(faults.takes()));
        if (faults.dies()) {
            crash();
        }
        return faults.answers();
    }

    /** The time that a request asks to take. */
    static Duration asked(HttpHead request) {
        if (!request.startLine().contains("millis=")) {
            return Duration.ZERO;
        }
        Matcher takes = TAKES.matcher(request.target());
        return takes.find() ? Duration.ofMillis(Long.parseLong(takes.group(1))) : Duration.ZERO;
    }

    private boolean answer(HttpHead request, HttpConnection client) throws IOException {
        busy.incrementAndGet();
        lastRequest = System.nanoTime();
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            HttpBody.copyRequest(request, client.in(), body);
            ledger.write(request);
            if (!applyFaults(request)) {
                client.reset();
                return false;
            }
            int status = faults.status(isCheck(request));
            return own.isPresent() && status == OK
                    ? own.get().forward(request, body.toByteArray(), client)
                    : greet(request, status, client);
        } finally {
            busy.decrementAndGet();
        }
    }

    /** Of the demo by its path; before another service, whose path is not known, by who asks. */
    private boolean isCheck(HttpHead request) {
        boolean load = request.header(RehearsalHeaders.REQUEST).isPresent();
        return own.isPresent() ? !load : request.target().equals(HEALTH);
    }

    private boolean greet(HttpHead request, int status, HttpConnection client) throws IOException {
        HttpHead.of(STATUS_LINES.get(status), "Content-Length", Integer.toString(greeting.length))
                .with(RehearsalHeaders.HOST, host)
                .write(client.out());
        client.out().write(request.method().equals("HEAD") ? new byte[0] : greeting);
        client.out().flush();
        return request.keepAlive();
    }
}
