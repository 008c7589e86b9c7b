package io.teal.release.port;

import java.util.Objects;
import java.util.Optional;

/**
 * The last deployments of a CodeDeploy deployment group.
 *
 * @param lastSuccessful id of the deployment whose revision a new host gets; empty if there is none
 * @param lastAttempted id of the newest deployment, however it ended; empty if there is none
 */
public record DeploymentGroup(Optional<String> lastSuccessful, Optional<String> lastAttempted) {
    public DeploymentGroup {
        Objects.requireNonNull(lastSuccessful, "lastSuccessful");
        Objects.requireNonNull(lastAttempted, "lastAttempted");
    }
}
