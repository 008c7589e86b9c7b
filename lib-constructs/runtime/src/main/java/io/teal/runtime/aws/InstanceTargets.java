package io.teal.runtime.aws;

import io.teal.release.port.DeploymentTarget;
import java.util.List;
import software.amazon.awssdk.services.codedeploy.model.InstanceTarget;
import software.amazon.awssdk.services.codedeploy.model.LifecycleEvent;

/** Hosts of a deployment, as CodeDeploy describes them. */
final class InstanceTargets {
    private InstanceTargets() {}

    static DeploymentTarget read(InstanceTarget target) {
        List<DeploymentTarget.LifecycleEvent> events =
                target.lifecycleEvents().stream().map(InstanceTargets::event).toList();
        return new DeploymentTarget(target.targetId(), target.statusAsString(), events);
    }

    private static DeploymentTarget.LifecycleEvent event(LifecycleEvent event) {
        boolean silent = event.diagnostics() == null || event.diagnostics().message() == null;
        return new DeploymentTarget.LifecycleEvent(
                event.lifecycleEventName(),
                event.statusAsString(),
                silent ? "" : event.diagnostics().message());
    }
}
