package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.Timers;
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

    /** Ends it as {@link #start} says, unless it was stopped; returns whether it succeeded. */
    synchronized boolean end(Optional<String> failure) {
        if (isRunning()) {
            error = failure.orElse("");
            status = failure.isPresent() ? "Failed" : "Succeeded";
        }
        return status.equals("Succeeded");
    }

    /** Deploys to all hosts; completed with why it failed, or with nothing. */
    CompletableFuture<Optional<String>> start() {
        if (hosts.isEmpty()) {
            return failure("NO_INSTANCES: no instances were found for the deployment group");
        }
        return batches(0);
    }

    private CompletableFuture<Optional<String>> batches(int from) {
        int keeps = group.pace().keeps(hosts.size());
        if (from >= hosts.size() || !isRunning()) {
            boolean enough = hosts.size() - failed() >= keeps && failed() < hosts.size();
            return enough
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : failure("HEALTH_CONSTRAINTS: too few hosts are healthy");
        }
        boolean traffic = group.traffic() && !creator.equals("autoscaling");
        int atOnce = Math.max(1, hosts.size() - keeps);
        int next = Math.min(from + atOnce, hosts.size());
        return Timers.all(hosts.subList(from, next).stream().map(host -> host.start(traffic)))
                .thenCompose(done -> failed() >= atOnce && next < hosts.size()
                        ? failure("HEALTH_CONSTRAINTS: too many hosts failed, or too few are healthy")
                        : batches(next));
    }

    private static CompletableFuture<Optional<String>> failure(String why) {
        return CompletableFuture.completedFuture(Optional.of(why));
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
