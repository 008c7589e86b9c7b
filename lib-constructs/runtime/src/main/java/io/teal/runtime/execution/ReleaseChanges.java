package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a deploy changes of a release, for people. */
final class ReleaseChanges {
    private ReleaseChanges() {}

    /** In one line: {@code green none -> 2.0.0, active blue -> green}. */
    static String of(Event event) {
        Release wanted = event.properties().request().release();
        Optional<Release> old =
                event.oldProperties().map(before -> before.request().release());
        List<String> changes = new ArrayList<>();
        for (Color color : Color.values()) {
            String was = old.map(release -> release.versionOrNone(color)).orElse("none");
            add(changes, color.toString(), was, wanted.versionOrNone(color));
        }
        old.ifPresent(release -> {
            add(changes, "active", release.active().toString(), wanted.active().toString());
            add(
                    changes,
                    "candidatePercent",
                    Integer.toString(release.candidatePercent()),
                    Integer.toString(wanted.candidatePercent()));
        });
        return changes.isEmpty() ? "the same versions" : String.join(", ", changes);
    }

    private static void add(List<String> changes, String what, String was, String is) {
        if (!was.equals(is)) {
            changes.add(what + " " + was + " -> " + is);
        }
    }
}
