package io.teal.release.preflight;

import io.teal.release.Required;
import io.teal.release.Version;

/**
 * What a colour's fleet runs, by its tags.
 *
 * @param version its version
 * @param configuration the launch template version its hosts are made from
 * @param desired its desired capacity
 * @param served whether this version of it has been promoted before
 */
public record RunningFleet(Version version, String configuration, int desired, boolean served) {
    public RunningFleet {
        Required.all(version, configuration);
    }
}
