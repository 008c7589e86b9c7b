package io.teal.runtime.install;

import java.util.Map;
import java.util.TreeMap;

/** A host: what the tags say it runs, and what it runs. */
final class Host {
    final String id;
    final Map<String, String> tags;
    boolean inService;
    /** The key of the revision on it; {@code none} at first, {@code half} when a deployment broke off. */
    String runs = "none";

    Host(String id, Map<String, String> tags) {
        this.id = id;
        this.tags = new TreeMap<>(tags);
    }
}
