package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The launch templates of a stack: each change adds a version, and versions are immutable. */
final class LaunchTemplateVersions {
    private final Map<String, List<JsonNode>> all = new ConcurrentHashMap<>();

    /** The data of each version, the first first, by logical id. */
    Map<String, List<JsonNode>> all() {
        return all;
    }

    /** Gives launch template {@code id} {@code data}; returns the version's number. One that goes back may add none. */
    int put(String id, JsonNode data, boolean mayReturn) {
        List<JsonNode> versions = new ArrayList<>(all.getOrDefault(id, List.of()));
        int old = versions.indexOf(data);
        if (old >= 0 && mayReturn) {
            return old + 1;
        }
        versions.add(data);
        all.put(id, versions);
        return versions.size();
    }

    void remove(String id) {
        all.remove(id);
    }
}
