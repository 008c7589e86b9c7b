package io.teal.examples.services;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service over HTTP with the manners that a release needs: it keeps idle connections longer than the load balancer
 * does, and on SIGTERM it ends after its last request.
 *
 * <p>Reads {@code PORT}, and {@code LEDGER}, the file in which a rehearsal wants one line for each request.
 */
final class HttpHost {
    private static final String KEEP_ALIVE_SECONDS = "120";
    private static final String IDLE_CONNECTIONS = "10000";
    private static final long CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int LOOK_MILLIS = 10;
    private static final int BACKLOG = 1024;
    private static final int UNAVAILABLE = 503;
    private static final System.Logger LOG = System.getLogger(HttpHost.class.getName());

    private final Service service;
    private final OutputStream ledger;
    private final AtomicInteger busy = new AtomicInteger();
    private volatile long lastRequest = System.nanoTime();

    /** Answers requests. */
    interface Service {
        /** The answer to {@code request}, whose body was read; an exception becomes a 503. */
        Answer answer(HttpExchange request) throws Exception;
    }

    /**
     * An answer.
     *
     * @param status the code
     * @param text the body
     */
    record Answer(int status, String text) {
        static final Answer OK = new Answer(200, "ok\n");
    }

    private HttpHost(Service service, OutputStream ledger) {
        this.service = service;
        this.ledger = ledger;
    }

    /** Serves until the process is asked to end. */
    static void serve(Service service) throws IOException {
        System.setProperty("sun.net.httpserver.idleInterval", KEEP_ALIVE_SECONDS);
        System.setProperty("sun.net.httpserver.maxIdleConnections", IDLE_CONNECTIONS);
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Map<String, String> environment = System.getenv();
        String file = environment.getOrDefault("LEDGER", "");
        HttpHost host = new HttpHost(
                service, file.isEmpty() ? OutputStream.nullOutputStream() : new FileOutputStream(file, true));
        Runtime.getRuntime().addShutdownHook(new Thread(host::finish));
        int port = Integer.parseInt(environment.getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), BACKLOG);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", host::handle);
        server.start();
    }

    private void handle(HttpExchange request) throws IOException {
        busy.incrementAndGet();
        lastRequest = System.nanoTime();
        try (request) {
            request.getRequestBody().readAllBytes();
            write(request);
            Answer answer = request.getRequestURI().getPath().equals("/health") ? Answer.OK : answer(request);
            byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(answer.status(), body.length);
            request.getResponseBody().write(body);
        } finally {
            busy.decrementAndGet();
        }
    }

    private Answer answer(HttpExchange request) {
        try {
            return service.answer(request);
        } catch (Exception failed) {
            LOG.log(System.Logger.Level.WARNING, "not answered", failed);
            return new Answer(UNAVAILABLE, "try again later\n");
        }
    }

    private void write(HttpExchange request) throws IOException {
        String id = request.getRequestHeaders().getFirst("X-Request-Id");
        if (id != null) {
            ledger.write((request.getRequestMethod() + " " + id + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Delays the end until no request is in progress and none has arrived for a moment. */
    private void finish() {
        while (busy.get() > 0 || System.nanoTime() - lastRequest < CALM_NANOS) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException endNow) {
                return;
            }
        }
    }
}
