package io.teal.operate.status;

import io.teal.release.Version;
import io.teal.release.observation.Fleet;
import java.util.Optional;

/**
 * The live fleet of one colour.
 *
 * @param fleet its hosts and their health
 * @param version the version in its tag
 * @param promoted whether that version has been promoted
 * @param configuration the launch template version of new hosts
 * @param newest the newest version of the launch template; empty if the template gives the colour no fleet
 */
public record FleetStatus(
        Fleet fleet, Optional<Version> version, boolean promoted, String configuration, Optional<String> newest) {
    /** Whether the next start of the colour brings a newer configuration. */
    public boolean waits() {
        return newest.isPresent() && !newest.get().equals(configuration);
    }
}
