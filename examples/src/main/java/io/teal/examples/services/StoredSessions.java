package io.teal.examples.services;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Sessions in a Valkey or Redis beside the hosts: every host of every version knows them, for half an hour after a
 * client's last visit.
 *
 * <p>A session is a hash, and both versions read and write it until a release can no longer be rolled back. So a
 * version may add fields; it must not rename any, nor need one that the version before does not write.
 */
final class StoredSessions implements SessionStore {
    private static final String LIVES_SECONDS = "1800";

    private final URI store;
    private final Deque<RespConnection> idle = new ConcurrentLinkedDeque<>();

    /**
     * In {@code store}.
     *
     * @throws IOException if it does not answer: a host that cannot reach it must not become healthy
     */
    StoredSessions(URI store) throws IOException {
        this.store = store;
        call(List.of("PING"));
    }

    @Override
    public void login(String id) throws IOException {
        call(List.of("MULTI"), List.of("HSET", key(id), "visits", "0"), lives(id), List.of("EXEC"));
    }

    @Override
    public boolean visit(String id, String version) throws IOException {
        boolean known = call(lives(id)).get(0).equals(1L);
        if (known) {
            call(List.of("HINCRBY", key(id), "visits", "1"), List.of("HINCRBY", key(id), "visits to " + version, "1"));
        }
        return known;
    }

    private static List<String> lives(String id) {
        return List.of("EXPIRE", key(id), LIVES_SECONDS);
    }

    private static String key(String id) {
        return "session:" + id;
    }

    /** A connection that failed is not used again; the client is told, and tries again. */
    @SafeVarargs
    private List<Object> call(List<String>... commands) throws IOException {
        RespConnection pooled = idle.poll();
        RespConnection connection = pooled == null ? RespConnection.open(store) : pooled;
        List<List<String>> all = new ArrayList<>();
        for (List<String> command : commands) {
            all.add(command);
        }
        try {
            List<Object> answers = connection.call(all);
            idle.push(connection);
            return answers;
        } catch (IOException failed) {
            connection.close();
            throw failed;
        }
    }
}
