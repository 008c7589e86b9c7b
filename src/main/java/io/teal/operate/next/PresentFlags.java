package io.teal.operate.next;

import io.teal.operate.RefusedException;
import io.teal.release.ReleaseFlag;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The current release, from the flags of the last deploy.
 *
 * @param scope the prefix of the flags: nothing, {@code orders.} or {@code prod/orders.}
 * @param request the release that they make
 */
public record PresentFlags(String scope, ReleaseRequest request) {

    /**
     * Reads {@code given}, the values by name.
     *
     * @throws RefusedException if a name is not a flag, or the flags are for more than one service
     * @throws io.teal.release.BadReleaseException if they do not make a release
     */
    public static PresentFlags of(Map<String, String> given) {
        Map<ReleaseFlag, String> values = new EnumMap<>(ReleaseFlag.class);
        TreeSet<String> scopes = new TreeSet<>();
        given.forEach((name, value) -> {
            String scope = name.substring(0, name.lastIndexOf('.') + 1);
            Optional<ReleaseFlag> flag = ReleaseFlag.named(name.substring(scope.length()));
            values.put(flag.orElseThrow(() -> noFlag(name)), value);
            scopes.add(scope);
        });
        if (scopes.size() > 1) {
            throw new RefusedException(
                    "these are flags of several services: " + String.join(" and ", scopes),
                    "give the flags of one service");
        }
        String scope = scopes.first();
        return new PresentFlags(scope, ReleaseFormat.parse(values, ReleaseSource.flags(scope)));
    }

    private static RefusedException noFlag(String name) {
        return new RefusedException(
                "'" + name + "' is no release flag", "give the flags of the last deploy, as in -c activeColor=blue");
    }
}
