package io.teal.rehearsal.aws.codedeploy;

import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    List<HostDeployment> hosts() {
        return hosts;
    }

    synchronized void stop() {
        if (isRunning()) {
            status = "Stopped";
        }
    }

    private synchronized void end(String how, String why) {
        if (isRunning()) {
            status = how;
            error = why;
        }
    }

    /** Deploys to all hosts; returns whether it succeeded. */
    boolean run() throws InterruptedException {
        boolean traffic = group.traffic() && !creator.equals("autoscaling");
        int keeps = group.pace().keeps(hosts.size());
        int atOnce = Math.max(1, hosts.size() - keeps);
        for (int from = 0; from < hosts.size() && isRunning(); from += atOnce) {
            runInParallel(hosts.subList(from, Math.min(from + atOnce, hosts.size())), traffic);
            if (failed() >= atOnce && from + atOnce < hosts.size()) {
                end("Failed", "HEALTH_CONSTRAINTS: too many hosts failed, or too few are healthy");
            }
        }
        boolean enough = hosts.size() - failed() >= keeps && failed() < hosts.size();
        if (hosts.isEmpty()) {
            end("Failed", "NO_INSTANCES: no instances were found for the deployment group");
        } else {
            end(enough ? "Succeeded" : "Failed", enough ? "" : "HEALTH_CONSTRAINTS: too few hosts are healthy");
        }
        return status.equals("Succeeded");
    }

    private static void runInParallel(List<HostDeployment> batch, boolean traffic) {
        CompletableFuture.allOf(batch.stream()
                        .map(host -> CompletableFuture.runAsync(() -> run(host, traffic), LocalCodeDeploy.THREADS))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void run(HostDeployment host, boolean traffic) {
        try {
            host.run(traffic);
        } catch (InterruptedException interrupted) {
            throw new CompletionException(interrupted);
        }
    }

    private int failed() {
        return (int)
                hosts.stream().filter(host -> host.status().equals("Failed")).count();
    }

    Deployment described() {
        return new Deployment(id, status, creator, Optional.of(revision), failed(), error);
    }

    List<DeploymentTarget> targets() {
        return hosts.stream().map(HostDeployment::described).toList();
    }
}
