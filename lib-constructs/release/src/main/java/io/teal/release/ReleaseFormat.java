package io.teal.release;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads and writes a release as flags and as a file; the two share names and values.
 *
 * <p>{@code parse(render(request))} equals {@code request}.
 */
public final class ReleaseFormat {
    private static final String ROLL_BACK = "roll-back";
    private static final String PAST_CONTRACT = "past-contract";

    /** Placeholder in a hint; neither a shell nor the parser accepts it. */
    private static final String A_VERSION = "<version>";

    private final Map<ReleaseFlag, String> values;
    private final ReleaseSource source;

    private ReleaseFormat(Map<ReleaseFlag, String> values, ReleaseSource source) {
        this.values = values;
        this.source = source;
    }

    /**
     * Reads a request from {@code values}.
     *
     * @param values what was written, by name
     * @param source where it was written, for messages
     * @throws BadReleaseException if a value is missing, malformed or contradicts another
     */
    public static ReleaseRequest parse(Map<ReleaseFlag, String> values, ReleaseSource source) {
        return new ReleaseFormat(Map.copyOf(values), Objects.requireNonNull(source, "source")).request();
    }

    /**
     * Reads a request from a release file.
     *
     * @param text lines of {@code name=value}; blank lines and lines beginning with {@code #} are ignored
     * @param path where the file is, for messages
     * @throws BadReleaseException if a line is no {@code name=value}, a name is unknown or given twice, or the values
     *     do not make a release
     */
    public static ReleaseRequest parseFile(String text, String path) {
        return parse(ReleaseLines.read(text, path), ReleaseSource.file(path));
    }

    /** The flags that make {@code request}, in reading order. A colour that is not named is left out. */
    public static Map<ReleaseFlag, String> render(ReleaseRequest request) {
        Map<ReleaseFlag, String> flags = new EnumMap<>(ReleaseFlag.class);
        Release release = request.release();
        flags.put(ReleaseFlag.ACTIVE_COLOR, release.active().toString());
        for (Color color : Color.values()) {
            if (!(release.slot(color) instanceof Slot.Unsaid)) {
                flags.put(ReleaseFlag.versionOf(color), release.versionOrNone(color));
            }
        }
        if (release.candidatePercent() > 0) {
            flags.put(ReleaseFlag.CANDIDATE_PERCENT, Integer.toString(release.candidatePercent()));
        }
        request.strategy().ifPresent(strategy -> flags.put(ReleaseFlag.STRATEGY, strategy.toString()));
        if (request.schema() == SchemaStep.CONTRACTED) {
            flags.put(ReleaseFlag.CONTRACT, "true");
        }
        if (request.allowRollBack()) {
            flags.put(ReleaseFlag.ALLOW, request.schema() == SchemaStep.PUT_BACK ? PAST_CONTRACT : ROLL_BACK);
        }
        return Collections.unmodifiableMap(flags);
    }

    /** The release file that makes {@code request}. */
    public static String renderFile(ReleaseRequest request) {
        StringBuilder lines = new StringBuilder();
        render(request)
                .forEach((flag, value) ->
                        lines.append(flag).append('=').append(value).append('\n'));
        return lines.toString();
    }

    private ReleaseRequest request() {
        Color active = active();
        Slot runs = activeSlot(active);
        Slot other = slot(active.other());
        int percent = percent(active.other(), other);
        return new ReleaseRequest(Release.of(active, runs, other, percent), strategy(), allowRollBack(), schema());
    }

    private Color active() {
        ReleaseFlag flag = usedSpelling(ReleaseFlag.ACTIVE_COLOR, ReleaseFlag.ACTIVE_COLOUR, "are one flag");
        String value = values.get(flag);
        if (value == null) {
            throw bad("activeColor is missing", "say which colour production settles on: add " + eitherColor(flag));
        }
        for (Color color : Color.values()) {
            if (color.toString().equals(value)) {
                return color;
            }
        }
        throw bad(flag + " must be blue or green, got '" + value + "'", "write " + eitherColor(flag));
    }

    private String eitherColor(ReleaseFlag flag) {
        return source.write(flag, Color.BLUE) + " or " + source.write(flag, Color.GREEN);
    }

    private Slot activeSlot(Color active) {
        ReleaseFlag own = ReleaseFlag.versionOf(active);
        ReleaseFlag flag = usedSpelling(own, ReleaseFlag.VERSION, "are one while " + active + " is active");
        String value = values.get(flag);
        if (value == null) {
            throw bad(
                    own + " is missing, and " + active + " is the active colour",
                    "name what it runs: add " + source.write(own, A_VERSION));
        }
        if (value.equals(Version.NONE)) {
            throw bad(
                    flag + " is 'none', but " + active + " is the active colour and must run a version",
                    "name what it runs: " + source.write(own, A_VERSION) + "; to retire it, make " + active.other()
                            + " active first");
        }
        return Slot.runs(version(flag, value));
    }

    private Slot slot(Color color) {
        ReleaseFlag flag = ReleaseFlag.versionOf(color);
        String value = values.get(flag);
        if (value == null) {
            return Slot.UNSAID;
        }
        return value.equals(Version.NONE) ? Slot.EMPTY : Slot.runs(version(flag, value));
    }

    private int percent(Color candidate, Slot slot) {
        String value = values.get(ReleaseFlag.CANDIDATE_PERCENT);
        if (value == null) {
            return 0;
        }
        int percent = percent(candidate, value);
        if (slot.version().isEmpty()) {
            ReleaseFlag flag = ReleaseFlag.versionOf(candidate);
            throw bad(
                    "candidatePercent is '" + value + "', but " + flag + " is "
                            + (values.containsKey(flag) ? "'none'" : "missing"),
                    "name what " + candidate + " runs, " + source.write(flag, A_VERSION)
                            + ", or leave candidatePercent out");
        }
        return percent;
    }

    private int percent(Color candidate, String value) {
        if (value.matches("[1-9][0-9]?")) {
            return Integer.parseInt(value);
        }
        boolean promote = value.equals("100");
        throw bad(
                "candidatePercent must be a whole number from 1 to 99, got '" + value + "'"
                        + (promote ? ", which is a promote" : ""),
                promote
                        ? "to promote, write " + source.write(ReleaseFlag.ACTIVE_COLOR, candidate)
                                + " and leave candidatePercent out"
                        : "write how much rests on " + candidate + ", "
                                + source.write(ReleaseFlag.CANDIDATE_PERCENT, 10)
                                + ", or leave it out if nothing does");
    }

    private Optional<Strategy> strategy() {
        String value = values.get(ReleaseFlag.STRATEGY);
        try {
            return Optional.ofNullable(value).map(Strategy::parse);
        } catch (InvalidValueException e) {
            throw bad(
                    "strategy must be " + Strategy.allowed() + ", got '" + value + "'",
                    "write one of these, or leave it out for the service's own");
        }
    }

    private boolean allowRollBack() {
        String value = values.get(ReleaseFlag.ALLOW);
        if (value != null && !value.equals(ROLL_BACK) && !value.equals(PAST_CONTRACT)) {
            throw bad(
                    "allow must be roll-back or past-contract, got '" + value + "'",
                    "write " + source.write(ReleaseFlag.ALLOW, ROLL_BACK) + ", or leave it out");
        }
        return value != null;
    }

    private SchemaStep schema() {
        String value = values.get(ReleaseFlag.CONTRACT);
        boolean past = PAST_CONTRACT.equals(values.get(ReleaseFlag.ALLOW));
        if (value != null && !value.equals("true")) {
            throw bad(
                    "contract must be true, got '" + value + "'",
                    "write " + source.write(ReleaseFlag.CONTRACT, "true") + ", or leave it out");
        }
        if (value != null && values.get(ReleaseFlag.CANDIDATE_PERCENT) != null) {
            throw bad(
                    "contract is true, and candidatePercent leaves traffic on both colours",
                    "leave " + ReleaseFlag.CANDIDATE_PERCENT + " out: one of them does not fit the schema any more");
        }
        if (value != null && past) {
            throw bad(
                    "contract is true, and allow is past-contract",
                    "leave " + ReleaseFlag.CONTRACT + " out: a schema that was put back is contracted no longer");
        }
        return value != null ? SchemaStep.CONTRACTED : past ? SchemaStep.PUT_BACK : SchemaStep.NONE;
    }

    private Version version(ReleaseFlag flag, String value) {
        try {
            return Version.of(value);
        } catch (InvalidValueException e) {
            throw bad(
                    flag + ": " + e.getMessage(),
                    "write the version as it was published, or none for a colour to retire");
        }
    }

    /** The one of two spellings that was used; {@code first} if none was. */
    private ReleaseFlag usedSpelling(ReleaseFlag first, ReleaseFlag second, String why) {
        String one = values.get(first);
        String two = values.get(second);
        if (one != null && two != null && !one.equals(two)) {
            throw bad(
                    first + " is '" + one + "' and " + second + " is '" + two + "'",
                    "the two " + why + ": leave one of them out");
        }
        return one == null && two != null ? second : first;
    }

    private BadReleaseException bad(String message, String hint) {
        return new BadReleaseException(message + source.place(), hint);
    }
}
