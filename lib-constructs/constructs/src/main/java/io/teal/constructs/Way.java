package io.teal.constructs;

import io.teal.constructs.internal.update.UpdateWay;

/** How a new version reaches the hosts of one fleet. */
public final class Way {
    final UpdateWay way;

    private Way(UpdateWay way) {
        this.way = way;
    }

    /** Hosts are replaced by new ones, a few at a time. */
    public static Way rolling(RollingOptions options) {
        return new Way(options.settings);
    }

    /** CodeDeploy installs the version on the hosts that are there, some of them at a time. */
    public static Way inPlace(InPlaceOptions options) {
        return new Way(options.settings);
    }
}
