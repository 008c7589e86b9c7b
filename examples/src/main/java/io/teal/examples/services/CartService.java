package io.teal.examples.services;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shop that knows its clients: one without a session is logged in, one with a session that is not known gets a 401.
 *
 * <p>Reads {@code VERSION}, and {@code SESSIONS}: the address of a Valkey or Redis, or {@value #MEMORY}.
 */
public final class CartService {
    private static final String MEMORY = "memory";
    private static final Pattern COOKIE = Pattern.compile("(?:^|; ?)session=([0-9a-f-]{36})");
    private static final HttpHost.Answer LOG_IN = new HttpHost.Answer(401, "you are logged out\n");

    private final SessionStore sessions;
    private final String version;

    private CartService(SessionStore sessions, String version) {
        this.sessions = sessions;
        this.version = version;
    }

    /** Serves until it is asked to end. */
    public static void main(String[] arguments) throws IOException {
        String where = System.getenv().getOrDefault("SESSIONS", MEMORY);
        SessionStore sessions = where.equals(MEMORY) ? new MemorySessions() : new StoredSessions(URI.create(where));
        HttpHost.serve(new CartService(sessions, System.getenv().getOrDefault("VERSION", ""))::answer);
    }

    private HttpHost.Answer answer(HttpExchange request) throws IOException {
        Optional<String> session = session(request);
        if (session.isEmpty()) {
            String id = UUID.randomUUID().toString();
            sessions.login(id);
            request.getResponseHeaders().add("Set-Cookie", "session=" + id + "; Path=/; HttpOnly; SameSite=Lax");
            return new HttpHost.Answer(200, "welcome to " + version + "\n");
        }
        boolean known = sessions.visit(session.get(), version);
        return known ? new HttpHost.Answer(200, "welcome back to " + version + "\n") : LOG_IN;
    }

    private static Optional<String> session(HttpExchange request) {
        return Optional.ofNullable(request.getRequestHeaders().getFirst("Cookie"))
                .map(COOKIE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }
}
