package io.teal.examples.services;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions in the memory of one host: another host, and so another version, does not know them. */
final class MemorySessions implements SessionStore {
    private final Map<String, Integer> visits = new ConcurrentHashMap<>();

    @Override
    public void login(String id) {
        visits.put(id, 0);
    }

    @Override
    public boolean visit(String id, String version) {
        return visits.computeIfPresent(id, (session, before) -> before + 1) != null;
    }
}
