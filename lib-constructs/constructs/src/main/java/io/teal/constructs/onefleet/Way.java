package io.teal.constructs.onefleet;

import java.util.Objects;

/** How a new version reaches the hosts of one fleet. */
public sealed interface Way {

    /** Hosts are replaced by new ones, a few at a time. */
    static Way rolling(RollingOptions options) {
        return new Rolling(options);
    }

    /**
     * See {@link Way#rolling}.
     *
     * @param options checkpoints, pauses, alarms
     */
    record Rolling(RollingOptions options) implements Way {
        /** Checks that nothing is missing. */
        public Rolling {
            Objects.requireNonNull(options, "options");
        }
    }
}
