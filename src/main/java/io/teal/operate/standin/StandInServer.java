package io.teal.operate.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.teal.operate.account.TemplateText;
import io.teal.operate.offline.SettledAccount;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The stand-in on a free port of 127.0.0.1; each call takes the same time, and calls may overlap. */
public final class StandInServer implements AutoCloseable {
    private static final String STACK = "stand-in";
    private static final int REFUSED = 400;
    private static final int ANSWERED = 200;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final StandInAnswers answers;
    private final long delay;
    private final Consumer<String> log;

    /**
     * Starts it.
     *
     * @param template of the stack, JSON; it has one service with both colours, on an Application Load Balancer
     * @param delay milliseconds that each call takes at least, from 0
     * @param log takes a line for each answer: when the call came and when the answer left, in milliseconds since 1970,
     *     and the action
     * @throws IOException if no port is free
     */
    public StandInServer(String template, long delay, Consumer<String> log) throws IOException {
        this.answers = new StandInAnswers(SettledAccount.of(STACK, TemplateText.parse(template, STACK)));
        this.delay = delay;
        this.log = log;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** With the smallest template that has a service. */
    public static StandInServer small(long delay, Consumer<String> log) throws IOException {
        return new StandInServer(StandInTemplate.text(), delay, log);
    }

    /**
     * Serves until it is killed; prints its URL, then the log.
     *
     * @param arguments milliseconds of delay, then the template's file; without a file a small one
     */
    public static void main(String[] arguments) throws IOException {
        String template = arguments.length > 1 ? Files.readString(Path.of(arguments[1])) : StandInTemplate.text();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        StandInServer server = new StandInServer(template, Long.parseLong(arguments[0]), out::println);
        out.println(server.url());
    }

    /** Name of the stack. */
    public String stack() {
        return STACK;
    }

    /** Its URL. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long came = System.currentTimeMillis();
        Map<String, String> asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String action = asked.getOrDefault("Action", "");
        pause();
        Optional<String> body = answers.to(action, asked);
        byte[] bytes = body.orElse("").getBytes(StandardCharsets.UTF_8);
        log.accept(came + " " + System.currentTimeMillis() + " " + action);
        exchange.sendResponseHeaders(body.isPresent() ? ANSWERED : REFUSED, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void pause() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
