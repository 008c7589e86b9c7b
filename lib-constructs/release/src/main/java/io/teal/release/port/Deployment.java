package io.teal.release.port;

import java.util.Objects;
import java.util.Optional;

/**
 * A CodeDeploy deployment.
 *
 * @param id which
 * @param status AWS's word: {@code Created}, {@code Queued}, {@code InProgress}, {@code Baking}, {@code Ready},
 *     {@code Succeeded}, {@code Failed}, {@code Stopped}
 * @param creator AWS's word for who made it: {@code user}; {@code autoscaling} for a host that was launched
 * @param revision what it deploys; empty if that is no object in S3
 * @param unsuccessful how many hosts it has failed on or skipped
 * @param error AWS's error code and message; empty text if none
 */
public record Deployment(
        String id, String status, String creator, Optional<Revision> revision, int unsuccessful, String error) {
    public Deployment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(error, "error");
    }

    /** Whether it has not ended. */
    public boolean running() {
        return !succeeded() && !status.equals("Failed") && !status.equals("Stopped");
    }

    /** Whether CodeDeploy calls it successful: some hosts may have failed. */
    public boolean succeeded() {
        return status.equals("Succeeded");
    }

    /** Whether Auto Scaling waits for it with a new host. */
    public boolean isOfALaunch() {
        return creator.equals("autoscaling");
    }
}
