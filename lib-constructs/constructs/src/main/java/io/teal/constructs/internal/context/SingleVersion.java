package io.teal.constructs.internal.context;

import io.teal.release.BadReleaseException;
import io.teal.release.InvalidValueException;
import io.teal.release.ReleaseFlag;
import io.teal.release.ReleaseSource;
import io.teal.release.Version;
import java.util.Map;

/** The version of a service that has no colours. */
public final class SingleVersion {
    private static final String EXAMPLE = "1.0.0";

    private SingleVersion() {}

    /** The version that {@code flags}, written in {@code source}, give {@code service}. */
    public static Version of(String service, Map<ReleaseFlag, String> flags, ReleaseSource source) {
        for (ReleaseFlag flag : flags.keySet()) {
            if (flag != ReleaseFlag.VERSION) {
                throw new BadReleaseException(
                        flag + " is for a service of two colours, and " + service + " runs on one fleet",
                        "omit it and give the version, " + source.write(ReleaseFlag.VERSION, EXAMPLE));
            }
        }
        String value = flags.get(ReleaseFlag.VERSION);
        if (value == null) {
            throw new BadReleaseException(
                    "no version of " + service + " is given",
                    "give its version, " + source.write(ReleaseFlag.VERSION, EXAMPLE));
        }
        try {
            return Version.of(value);
        } catch (InvalidValueException e) {
            throw new BadReleaseException(e.getMessage(), source.write(ReleaseFlag.VERSION, EXAMPLE));
        }
    }
}
