package io.teal.operate.status;

import io.teal.release.Version;
import io.teal.release.observation.Fleet;
import java.util.Optional;

/**
 * One colour's fleet as it is.
 *
 * @param fleet its hosts and their health
 * @param version what it runs, by its tag
 * @param promoted whether that version has been promoted
 * @param configuration the launch template version its hosts are made from
 * @param newest the newest version of the launch template; empty if the template gives the colour no fleet
 */
public record FleetStatus(
        Fleet fleet, Optional<Version> version, boolean promoted, String configuration, Optional<String> newest) {
    /** Whether a newer configuration waits until the colour is started again. */
    public boolean waits() {
        return newest.isPresent() && !newest.get().equals(configuration);
    }
}
