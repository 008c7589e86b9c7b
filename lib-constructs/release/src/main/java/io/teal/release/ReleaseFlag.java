package io.teal.release;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The names a release is written with, in flags ({@code -c activeColor=green}) and in a release file. */
public enum ReleaseFlag {
    /** The colour production settles on: {@code blue} or {@code green}. */
    ACTIVE_COLOR("activeColor"),
    /** Another spelling of {@link #ACTIVE_COLOR}. */
    ACTIVE_COLOUR("activeColour"),
    /** The version of the active colour. */
    VERSION("version"),
    /** What blue runs: a version, or {@code none}. */
    BLUE_VERSION("blueVersion"),
    /** What green runs: a version, or {@code none}. */
    GREEN_VERSION("greenVersion"),
    /** Percent of production that rests on the other colour, 1 to 99. */
    CANDIDATE_PERCENT("candidatePercent"),
    /** How this deploy moves weights. */
    STRATEGY("strategy"),
    /** Whether the schema no longer fits the version that was active before: {@code true}. */
    CONTRACT("contract"),
    /** The one refusal to override: {@code roll-back} or {@code past-contract}. */
    ALLOW("allow");

    private final String text;
    private final String plain;

    ReleaseFlag(String text) {
        this.text = text;
        this.plain = plain(text);
    }

    /** The flag that says what {@code color} runs. */
    public static ReleaseFlag versionOf(Color color) {
        return color == Color.BLUE ? BLUE_VERSION : GREEN_VERSION;
    }

    /** The flag spelled exactly {@code name}. */
    public static Optional<ReleaseFlag> named(String name) {
        return Arrays.stream(values()).filter(flag -> flag.text.equals(name)).findFirst();
    }

    /**
     * The flag that {@code name} almost is: other case, hyphens or underscores, or one letter too many, missing, wrong
     * or swapped with its neighbour. Empty if it is a flag, or nothing like one.
     *
     * <p>Words that mean something of their own ({@code versions}, {@code allows}) are near misses too: a false alarm
     * is seen at once and costs a rename, an unnoticed typo deploys the wrong thing.
     */
    public static Optional<ReleaseFlag> almost(String name) {
        String plain = plain(name);
        return named(name).isPresent()
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(flag -> Spelling.near(plain, flag.plain))
                        .min(Comparator.comparing(flag -> !plain.equals(flag.plain)));
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
