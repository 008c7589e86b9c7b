package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.SharedHostGroup;
import io.teal.rehearsal.template.Opaque;
import io.teal.release.port.AwsException;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentGroup;
import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CodeDeploy for hosts that both colours share. A deployment installs the versions in the group's tags when it begins,
 * as the template's revision does. It runs on all hosts at once and runs no scripts.
 */
public final class SharedHostDeployments implements CodeDeploy {
    private final LocalAutoScaling fleets;
    private final Map<String, String> fleetByGroup = new ConcurrentHashMap<>();
    private final Map<String, Going> all = new LinkedHashMap<>();

    public SharedHostDeployments(LocalAutoScaling fleets) {
        this.fleets = fleets;
    }

    private static final class Going {
        final String id;
        final String group;
        final Revision revision;
        final List<String> hosts;
        String status = "InProgress";
        String error = "";

        Going(String id, String group, Revision revision, List<String> hosts) {
            this.id = id;
            this.group = group;
            this.revision = revision;
            this.hosts = hosts;
        }
    }

    /** Adds or updates a deployment group. */
    public void know(SharedDeploymentGroupModel group) {
        fleetByGroup.put(group.id(), group.fleet());
    }

    @Override
    public synchronized DeploymentGroup getDeploymentGroup(String application, String group) {
        return new DeploymentGroup(last(group, "Succeeded"), last(group, ""));
    }

    private Optional<String> last(String group, String status) {
        return all.values().stream()
                .filter(one -> one.group.equals(group) && one.status.startsWith(status))
                .map(one -> one.id)
                .reduce((earlier, later) -> later);
    }

    @Override
    public synchronized String createDeployment(
            String application, String group, Revision revision, String description) {
        if (!listRunningDeployments(application, group).isEmpty()) {
            throw new AwsException(
                    "DeploymentLimitExceededException", "a deployment of " + group + " is running", null);
        }
        SharedHostGroup servers =
                fleets.servers(fleetByGroup.get(Opaque.referred(group))).orElseThrow();
        Going next = new Going("d-" + (all.size() + 1), group, revision, servers.hosts());
        all.put(next.id, next);
        SortedMap<String, String> versions = servers.model().colors();
        Thread thread = new Thread(() -> install(next, servers, versions), next.id);
        thread.setDaemon(true);
        thread.start();
        return next.id;
    }

    private void install(Going deployment, SharedHostGroup servers, SortedMap<String, String> versions) {
        Optional<String> failure = servers.install(versions);
        end(deployment, failure.isPresent() ? "Failed" : "Succeeded", failure.orElse(""));
    }

    /** A stopped deployment stays stopped, whatever its hosts do. */
    private synchronized void end(Going deployment, String status, String error) {
        if (deployment.status.equals("InProgress")) {
            deployment.status = status;
            deployment.error = error;
        }
    }

    @Override
    public synchronized Deployment getDeployment(String id) {
        Going one = all.get(id);
        int unsuccessful = one.status.equals("Failed") ? one.hosts.size() : 0;
        return new Deployment(id, one.status, "user", Optional.of(one.revision), unsuccessful, one.error);
    }

    @Override
    public synchronized List<String> listRunningDeployments(String application, String group) {
        return all.values().stream()
                .filter(one -> one.group.equals(group) && one.status.equals("InProgress"))
                .map(one -> one.id)
                .toList();
    }

    @Override
    public synchronized List<DeploymentTarget> describeDeploymentTargets(String id) {
        Going one = all.get(id);
        return one.hosts.stream()
                .map(host -> new DeploymentTarget(
                        host,
                        one.status,
                        List.of(new DeploymentTarget.LifecycleEvent("ValidateService", one.status, one.error))))
                .toList();
    }

    @Override
    public synchronized void stopDeployment(String id) {
        end(all.get(id), "Stopped", "");
    }
}
