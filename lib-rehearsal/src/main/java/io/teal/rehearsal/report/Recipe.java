package io.teal.rehearsal.report;

import java.util.List;
import java.util.SortedMap;

/**
 * How to repeat a run.
 *
 * @param command the command line
 * @param releases the flags of each release, in order; empty where templates were given instead
 */
public record Recipe(String command, List<RepeatedRelease> releases) {
    /** Not known. */
    public static final Recipe UNKNOWN = new Recipe("", List.of());

    /** Copies the list. */
    public Recipe {
        releases = List.copyOf(releases);
    }

    /**
     * One release.
     *
     * @param name its name, which is that of its phase
     * @param flags its flags, as context
     */
    public record RepeatedRelease(String name, SortedMap<String, String> flags) {}
}
