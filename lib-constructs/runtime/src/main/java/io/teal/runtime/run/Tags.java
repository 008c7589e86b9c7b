package io.teal.runtime.run;

import io.teal.release.Color;
import io.teal.release.Version;
import io.teal.release.port.AutoScalingGroup;
import java.util.Map;
import java.util.Optional;

/** The tags that say what a group and its hosts run. The first two are written by the template. */
public final class Tags {
    /** The version. */
    public static final String VERSION = "teal:version";

    /** The colour. */
    public static final String COLOR = "teal:color";

    /** On a group only: the version of it that has been promoted, as Shift marked it. */
    public static final String PROMOTED = "teal:promoted";

    private Tags() {}

    /** The version that {@code group} runs, if its tag says one. */
    public static Optional<Version> version(AutoScalingGroup group) {
        return Optional.ofNullable(group.tags().get(VERSION)).map(Version::of);
    }

    /** Whether the version that {@code group} runs has been promoted. */
    public static boolean promoted(AutoScalingGroup group) {
        String version = group.tags().get(VERSION);
        return version != null && version.equals(group.tags().get(PROMOTED));
    }

    static boolean says(Map<String, String> tags, Color color, Version version) {
        return color.toString().equals(tags.get(COLOR)) && version.value().equals(tags.get(VERSION));
    }
}
