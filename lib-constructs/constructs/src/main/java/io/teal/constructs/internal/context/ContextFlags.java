package io.teal.constructs.internal.context;

import io.teal.release.BadReleaseException;
import io.teal.release.ReleaseFlag;
import io.teal.release.ReleaseSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The release flags of one service, out of the whole context of an app.
 *
 * @param scope what stands before a flag's name: {@code "prod/orders."}, or nothing for bare flags
 * @param values the flags that are given
 */
public record ContextFlags(String scope, Map<ReleaseFlag, String> values) {

    /**
     * The flags of the service at {@code path}, or the bare ones.
     *
     * @throws BadReleaseException if a key is almost a flag, a value is no text, or both bare and scoped flags are
     *     given
     */
    public static ContextFlags of(Map<String, Object> context, String path) {
        refuseNearMisses(context, path);
        Map<ReleaseFlag, String> scoped = pick(context, path + ".");
        Map<ReleaseFlag, String> bare = pick(context, "");
        if (!scoped.isEmpty() && !bare.isEmpty()) {
            ReleaseFlag one = bare.keySet().iterator().next();
            throw new BadReleaseException(
                    "both " + one + " and " + path + "."
                            + scoped.keySet().iterator().next() + " are given",
                    "scope every flag, as in -c " + path + "." + one + "=" + bare.get(one));
        }
        return scoped.isEmpty() ? new ContextFlags("", bare) : new ContextFlags(path + ".", scoped);
    }

    /** Where they are written, for messages. */
    public ReleaseSource source() {
        return ReleaseSource.flags(scope);
    }

    private static Map<ReleaseFlag, String> pick(Map<String, Object> context, String scope) {
        Map<ReleaseFlag, String> picked = new EnumMap<>(ReleaseFlag.class);
        for (ReleaseFlag flag : ReleaseFlag.values()) {
            Object value = context.get(scope + flag);
            if (value != null) {
                picked.put(flag, text(scope + flag, value));
            }
        }
        return picked;
    }

    private static String text(String key, Object value) {
        if (value instanceof String || value instanceof Integer) {
            return value.toString();
        }
        throw new BadReleaseException(
                key + " must be text, got " + value, "write it in quotes in cdk.json, or as -c " + key + "=" + value);
    }

    private static void refuseNearMisses(Map<String, Object> context, String path) {
        for (String key : context.keySet()) {
            String prefix = key.startsWith(path + ".") ? path + "." : "";
            Optional<ReleaseFlag> meant = ReleaseFlag.almost(key.substring(prefix.length()));
            if (meant.isPresent()) {
                throw new BadReleaseException(
                        "'" + key + "' is no release flag", "did you mean -c " + prefix + meant.get() + "=...?");
            }
        }
    }
}
