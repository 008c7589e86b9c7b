package io.teal.constructs.internal.fleet;

import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The key of an object in S3 of which there is one for each version.
 *
 * @param pattern the key, with {@code {version}} where the version goes
 */
public record ArtifactKey(String pattern) {
    private static final String VERSION = "{version}";
    /** No shell expansion, no policy wildcard, no way to a parent folder. */
    private static final Pattern KEY = Pattern.compile(
            "NAME(/NAME)*".replace("NAME", "([A-Za-z0-9_+-]|\\{version})([A-Za-z0-9_.+-]|\\{version})*"));

    /** Checks the pattern. */
    public ArtifactKey {
        Objects.requireNonNull(pattern, "key");
        InvalidValueException.require(
                KEY.matcher(pattern).matches() && pattern.contains(VERSION),
                "key must contain {version}, and otherwise be names of letters, digits"
                        + " and _.+- joined by /, none beginning with a dot, got '" + pattern + "'");
    }

    /** The key of {@code version}. */
    public String of(Version version) {
        return pattern.replace(VERSION, version.value());
    }

    /** The keys of all versions, for a policy. */
    public String ofAny() {
        return pattern.replace(VERSION, "*");
    }
}
