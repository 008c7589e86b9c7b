package io.teal.release.port;

import io.teal.release.Required;
import java.util.List;

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
        Required.all(host, status);
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
            Required.all(name, status, message);
        }
    }
}
