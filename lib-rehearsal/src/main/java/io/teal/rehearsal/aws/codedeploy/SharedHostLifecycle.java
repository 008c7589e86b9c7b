package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.aws.autoscaling.SharedHostGroup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Installs on hosts that both colours share: the versions in the group's tags when it begins, as the template's
 * revision does, on all hosts at once, and without scripts.
 */
final class SharedHostLifecycle implements HostDeployment.Lifecycle {
    private final CompletableFuture<Optional<String>> installed;

    SharedHostLifecycle(SharedHostGroup servers) {
        this.installed = servers.startInstall(servers.model().colors());
    }

    @Override
    public List<String> events(boolean traffic) {
        return List.of("ValidateService");
    }

    @Override
    public CompletableFuture<Optional<String>> start(String event) {
        return installed;
    }
}
