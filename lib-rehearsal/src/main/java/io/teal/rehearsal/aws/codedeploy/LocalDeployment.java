package io.teal.rehearsal.aws.codedeploy;

import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * One deployment: as many hosts at a time as its deployment configuration allows; stops when too many have failed.
 *
 * <p>It succeeds if at the end at least one host has the revision and the minimum number is healthy: as in CodeDeploy,
 * a failure on the last host is tolerated.
 */
final class LocalDeployment {
    private final String id;
    private final String creator;
    private final DeploymentGroupModel group;
    private final Revision revision;
    private final List<HostDeployment> hosts = new ArrayList<>();
    private volatile String status = "InProgress";
    private volatile String error = "";

    LocalDeployment(String id, String creator, DeploymentGroupModel group, Revision revision) {
        this.id = id;
        this.creator = creator;
        this.group = group;
        this.revision = revision;
    }

    /** Adds a host, before the deployment runs. */
    void add(HostDeployment host) {
        hosts.add(host);
    }

    BooleanSupplier stopped() {
        return () -> status.equals("Stopped");
    }

    String id() {
        return id;
    }

    Revision revision() {
        return revision;
    }

    DeploymentGroupModel group() {
        return group;
    }

    boolean isRunning() {
        return status.equals("InProgress");
    }

    boolean isOf(String groupId) {
        return group.id().equals(groupId);
    }

    synchronized void stop() {
        if (isRunning()) {
            status = "Stopped";
        }
    }

    /** Ends it as {@link #run} says, unless it was stopped; returns whether it succeeded. */
    synchronized boolean end(Optional<String> failure) {
        if (isRunning()) {
            error = failure.orElse("");
            status = failure.isPresent() ? "Failed" : "Succeeded";
        }
        return status.equals("Succeeded");
    }

    /** Deploys to all hosts; returns why it failed, or nothing. */
    Optional<String> run() {
        if (hosts.isEmpty()) {
            return Optional.of("NO_INSTANCES: no instances were found for the deployment group");
        }
        boolean traffic = group.traffic() && !creator.equals("autoscaling");
        int keeps = group.pace().keeps(hosts.size());
        int atOnce = Math.max(1, hosts.size() - keeps);
        for (int from = 0; from < hosts.size() && isRunning(); from += atOnce) {
            List<HostDeployment> batch = hosts.subList(from, Math.min(from + atOnce, hosts.size()));
            CompletableFuture.allOf(batch.stream()
                            .map(host -> CompletableFuture.runAsync(() -> host.run(traffic), LocalCodeDeploy.THREADS))
                            .toArray(CompletableFuture[]::new))
                    .join();
            if (failed() >= atOnce && from + atOnce < hosts.size()) {
                return Optional.of("HEALTH_CONSTRAINTS: too many hosts failed, or too few are healthy");
            }
        }
        boolean enough = hosts.size() - failed() >= keeps && failed() < hosts.size();
        return enough ? Optional.empty() : Optional.of("HEALTH_CONSTRAINTS: too few hosts are healthy");
    }

    private int failed() {
        return (int) hosts.stream().filter(HostDeployment::failed).count();
    }

    Deployment described() {
        return new Deployment(id, status, creator, Optional.of(revision), failed(), error);
    }

    List<DeploymentTarget> targets() {
        return hosts.stream().map(HostDeployment::described).toList();
    }
}
