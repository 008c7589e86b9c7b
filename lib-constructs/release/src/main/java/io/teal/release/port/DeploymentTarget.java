package io.teal.release.port;

import java.util.List;
import java.util.Objects;

/**
 * A host in a CodeDeploy deployment.
 *
 * @param host the instance's id
 * @param status AWS's word: {@code Pending}, {@code InProgress}, {@code Succeeded}, {@code Failed}, {@code Skipped},
 *     {@code Unknown}, {@code Ready}
 * @param events its lifecycle events, in order
 */
public record DeploymentTarget(String host, String status, List<LifecycleEvent> events) {
    public DeploymentTarget {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(status, "status");
        events = List.copyOf(events);
    }

    /**
     * A lifecycle event on a host.
     *
     * @param name AWS's name, or the appspec's: {@code ApplicationStart}
     * @param status AWS's word: {@code Pending}, {@code InProgress}, {@code Succeeded}, {@code Failed},
     *     {@code Skipped}, {@code Unknown}
     * @param message what AWS says of a failure; empty text if nothing
     */
    public record LifecycleEvent(String name, String status, String message) {
        public LifecycleEvent {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(message, "message");
        }
    }
}
