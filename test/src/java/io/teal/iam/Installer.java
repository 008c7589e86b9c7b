package io.teal.iam;

import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentGroup;
import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A CodeDeploy whose deployments end at once. */
final class Installer implements CodeDeploy {
    /** How the next ones end. */
    String outcome = "Succeeded";

    private final Account account;
    private final Map<String, Deployment> deployments = new LinkedHashMap<>();
    private final Map<String, String> groups = new HashMap<>();

    Installer(Account account) {
        this.account = account;
    }

    /** Somebody else's deployment to {@code group}, which goes on. */
    void busy(String application, String group) {
        begin(application, group, "InProgress", new Revision("artifacts", "other.zip"));
    }

    private String begin(String application, String group, String status, Revision revision) {
        String id = "d-" + (deployments.size() + 1);
        groups.put(id, application + "/" + group);
        deployments.put(id, new Deployment(id, status, "user", Optional.of(revision), 0, ""));
        return id;
    }

    @Override
    public DeploymentGroup getDeploymentGroup(String application, String group) {
        return new DeploymentGroup(
                Optional.empty(), of(application, group).map(Deployment::id).reduce((first, next) -> next));
    }

    private Stream<Deployment> of(String application, String group) {
        return deployments.values().stream().filter(one -> groupOf(one.id()).equals(application + "/" + group));
    }

    @Override
    public String createDeployment(String application, String group, Revision revision, String description) {
        return begin(application, group, outcome, revision);
    }

    /** Application and group of the deployment {@code id}. */
    String groupOf(String id) {
        return groups.get(id);
    }

    @Override
    public Deployment getDeployment(String id) {
        return deployments.get(id);
    }

    @Override
    public List<String> listRunningDeployments(String application, String group) {
        return of(application, group)
                .filter(Deployment::running)
                .map(Deployment::id)
                .toList();
    }

    @Override
    public List<DeploymentTarget> describeDeploymentTargets(String id) {
        List<DeploymentTarget> targets = new ArrayList<>();
        account.hosts.keySet().forEach(host -> targets.add(new DeploymentTarget(host, outcome, List.of())));
        return targets;
    }

    @Override
    public void stopDeployment(String id) {
        Deployment was = deployments.get(id);
        deployments.put(id, new Deployment(id, "Stopped", was.creator(), was.revision(), 0, ""));
    }
}
