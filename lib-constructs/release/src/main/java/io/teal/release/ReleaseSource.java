package io.teal.release;

import java.util.Optional;

/**
 * Where a release is written, so that a message can say what to write there.
 *
 * @param prefix what stands before {@code name=value}: {@code "-c orders."} for flags, nothing in a file
 * @param place what stands after it: {@code " in releases/prod/orders.properties"} for a file, nothing for flags
 */
public record ReleaseSource(String prefix, String place) {
    private static final String IN = " in ";

    public ReleaseSource {
        Required.all(prefix, place);
    }

    /** Flags of the service that {@code scope} names: {@code ""} for bare flags, else {@code "orders."}. */
    public static ReleaseSource flags(String scope) {
        return new ReleaseSource("-c " + scope, "");
    }

    /** The release file at {@code path}. */
    public static ReleaseSource file(String path) {
        return new ReleaseSource("", IN + path);
    }

    /** The path of the release file; empty for flags. */
    public Optional<String> path() {
        return Optional.of(place).filter(text -> text.startsWith(IN)).map(text -> text.substring(IN.length()));
    }

    /** How the user writes {@code flag} with {@code value} here: {@code -c orders.activeColor=blue}. */
    public String write(ReleaseFlag flag, Object value) {
        return prefix + flag + "=" + value;
    }
}
