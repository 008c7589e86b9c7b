package io.teal.constructs.onefleet;

import java.util.Objects;

/** How a new version reaches the hosts of one fleet. */
public sealed interface Way {

    /** Hosts are replaced by new ones, a few at a time. */
    static Way rolling(RollingOptions options) {
        return new Rolling(options);
    }

    /** CodeDeploy installs the version on the hosts that are there, some of them at a time. */
    static Way inPlace(InPlaceOptions options) {
        return new InPlace(options);
    }

    /**
     * See {@link Way#inPlace}.
     *
     * @param options pace, bake, alarms
     */
    record InPlace(InPlaceOptions options) implements Way {
        /** Checks that nothing is missing. */
        public InPlace {
            Objects.requireNonNull(options, "options");
        }
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
