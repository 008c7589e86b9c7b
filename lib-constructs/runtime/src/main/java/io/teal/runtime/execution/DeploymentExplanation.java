package io.teal.runtime.execution;

import io.teal.release.port.AwsException;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a deployment did not succeed, as an operator needs it: CodeDeploy's reason, which hosts, what to look at. */
final class DeploymentExplanation {
    private static final int MOST_HOSTS = 3;
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed", "Skipped");

    private final CodeDeploy codeDeploy;

    DeploymentExplanation(CodeDeploy codeDeploy) {
        this.codeDeploy = codeDeploy;
    }

    String of(Deployment deployment) {
        String error = deployment.error().isEmpty() ? "" : " (" + deployment.error() + ")";
        return "deployment " + deployment.id() + " is " + deployment.status() + error + hosts(deployment.id())
                + "; look: aws deploy list-deployment-targets --deployment-id " + deployment.id();
    }

    private String hosts(String id) {
        try {
            List<String> lines = codeDeploy.describeDeploymentTargets(id).stream()
                    .filter(target -> !target.status().equals("Succeeded"))
                    .map(DeploymentExplanation::line)
                    .toList();
            String more = lines.size() > MOST_HOSTS ? "; and " + (lines.size() - MOST_HOSTS) + " more hosts" : "";
            return lines.stream().limit(MOST_HOSTS).map(line -> "; " + line).reduce("", String::concat) + more;
        } catch (AwsException unreadable) {
            return "; its hosts cannot be read";
        }
    }

    private static String line(DeploymentTarget target) {
        Optional<DeploymentTarget.LifecycleEvent> failed = target.events().stream()
                .filter(event -> event.status().equals("Failed"))
                .findFirst();
        if (failed.isPresent()) {
            String message =
                    failed.get().message().isEmpty() ? "" : ", " + failed.get().message();
            return target.host() + " failed in " + failed.get().name() + message;
        }
        if (target.events().stream().noneMatch(event -> ENDED.contains(event.status()))) {
            return "the CodeDeploy agent of " + target.host() + " never answered";
        }
        return target.host() + " is " + target.status() + currentEvent(target);
    }

    private static String currentEvent(DeploymentTarget target) {
        return target.events().stream()
                .filter(event -> event.status().equals("InProgress"))
                .findFirst()
                .map(event -> " in " + event.name())
                .orElse("");
    }
}
