package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.rehearsal.aws.autoscaling.LaunchHook;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScalingGroup;
import io.teal.rehearsal.aws.autoscaling.SharedHostGroup;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.template.Opaque;
import io.teal.release.port.AwsException;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentGroup;
import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.Revision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/** CodeDeploy on this machine: deployment groups, their deployments, and the lifecycle hook of launched hosts. */
public final class LocalCodeDeploy implements CodeDeploy, LaunchHook {
    private final LocalAutoScaling fleets;
    private final Balancer balancer;
    private final Map<String, DeploymentGroupModel> groups = new ConcurrentHashMap<>();
    private final Map<String, LocalDeployment> successful = new ConcurrentHashMap<>();
    private final Map<String, LocalDeployment> attempted = new ConcurrentHashMap<>();
    private final Map<String, LocalDeployment> deployments = new ConcurrentSkipListMap<>();
    private final Map<Host, Agent> agents = new ConcurrentHashMap<>();
    private final Timers timers;
    private volatile Function<Host, Agent> agent = host -> {
        throw new IllegalStateException("nothing is installed on hosts");
    };
    private volatile Optional<RevisionFolders> bundles = Optional.empty();

    /** CodeDeploy without deployment groups, and without revisions to install. */
    public LocalCodeDeploy(LocalAutoScaling fleets, Balancer balancer, Timers timers) {
        this.timers = timers;
        this.fleets = fleets;
        this.balancer = balancer;
    }

    /**
     * Command for the launcher that runs a host without a service, in a sandbox if {@code sandboxed}; writes its script
     * into {@code folder}.
     */
    public static String machine(Path folder, boolean sandboxed) {
        return ScriptedAgent.command(folder, sandboxed);
    }

    /**
     * From now on can install {@code revisions}, also on each host that is launched; hosts' files are in {@code hosts}.
     */
    public void installs(RevisionFolders revisions, Path hosts) {
        installs(revisions, host -> new ScriptedAgent(host, hosts));
    }

    /** From now on can install {@code revisions} on modelled hosts, whose scripts are modelled, too. */
    public void models(RevisionFolders revisions) {
        installs(revisions, host -> new ModelledAgent(host, timers));
    }

    private void installs(RevisionFolders revisions, Function<Host, Agent> onEach) {
        agent = onEach;
        bundles = Optional.of(revisions);
        fleets.hook(this);
    }

    /**
     * Adds or updates a deployment group.
     *
     * @throws IllegalStateException if it runs scripts and there are no revisions
     */
    public void put(DeploymentGroupModel group) {
        if (!group.shared()) {
            bundles();
        }
        groups.put(group.id(), group);
    }

    private RevisionFolders bundles() {
        return bundles.orElseThrow(() -> new IllegalStateException("the run was begun without --bundles"));
    }

    /** Removes deployment group {@code id} and its hook, and stops its deployments. */
    public void forget(String id) {
        groups.remove(id);
        successful.remove(id);
        attempted.remove(id);
        deployments.values().stream().filter(one -> one.isOf(id)).forEach(LocalDeployment::stop);
    }

    @Override
    public CompletableFuture<Boolean> admits(Host host) {
        return groups.values().stream()
                .filter(group -> group.fleet().equals(host.fleet().id()))
                .findFirst()
                .map(group -> successful.get(group.id()))
                .map(last -> begin("autoscaling", last.group(), last.revision(), List.of(host)))
                .map(this::startDeploy)
                .orElseGet(() -> CompletableFuture.completedFuture(true));
    }

    private synchronized LocalDeployment begin(
            String creator, DeploymentGroupModel group, Revision revision, List<Host> hosts) {
        String id = String.format("d-%09d", deployments.size() + 1);
        LocalDeployment deployment = new LocalDeployment(id, creator, group, revision);
        if (group.shared()) {
            addSharedHosts(deployment);
        } else {
            addHosts(deployment, hosts);
        }
        deployments.put(id, deployment);
        attempted.put(group.id(), deployment);
        return deployment;
    }

    private void addSharedHosts(LocalDeployment deployment) {
        SharedHostGroup servers = fleets.servers(deployment.group().fleet()).orElseThrow();
        SharedHostLifecycle all = new SharedHostLifecycle(servers);
        servers.members().keySet().forEach(host -> deployment.add(new HostDeployment(host, all, deployment.stopped())));
    }

    private void addHosts(LocalDeployment deployment, List<Host> hosts) {
        RevisionFolders.RevisionFolder bundle =
                bundles().find(deployment.revision().key());
        for (Host host : hosts) {
            Agent.Order order =
                    new Agent.Order(deployment.id(), bundle, names(deployment.group()), deployment.stopped());
            Agent installer = agents.computeIfAbsent(host, agent);
            deployment.add(new HostDeployment(
                    host.id(), new RevisionLifecycle(host, installer, order, balancer, timers), deployment.stopped()));
        }
    }

    /** The variables that CodeDeploy's agent sets, beside those of the event and the deployment. */
    private static Map<String, String> names(DeploymentGroupModel group) {
        return Map.of(
                "APPLICATION_NAME", group.names().application(),
                "DEPLOYMENT_GROUP_NAME", group.names().group(),
                "DEPLOYMENT_GROUP_ID", group.id());
    }

    /** Runs it, and ends it at once with its group: one that has succeeded is the group's last successful one. */
    private CompletableFuture<Boolean> startDeploy(LocalDeployment deployment) {
        return deployment.start().thenApply(failure -> {
            synchronized (this) {
                boolean succeeded = deployment.end(failure);
                if (succeeded && groups.containsKey(deployment.group().id())) {
                    successful.put(deployment.group().id(), deployment);
                }
                return succeeded;
            }
        });
    }

    /** A second deployment for hosts launched meanwhile with an older revision. */
    private void updateOutdated(LocalDeployment deployment) {
        List<Host> outdated = hosts(deployment.group()).stream()
                .filter(host -> isOutdated(host, deployment))
                .toList();
        if (!outdated.isEmpty()) {
            startDeploy(begin("CodeDeployAutoUpdate", deployment.group(), deployment.revision(), outdated));
        }
    }

    private boolean isOutdated(Host host, LocalDeployment deployment) {
        String version = bundles().find(deployment.revision().key()).version();
        return deployment.targets().stream().noneMatch(one -> one.host().equals(host.id()))
                && Optional.ofNullable(agents.get(host))
                        .flatMap(Agent::version)
                        .filter(version::equals)
                        .isEmpty();
    }

    private List<Host> hosts(DeploymentGroupModel group) {
        return fleets.fleet(group.fleet()).map(LocalAutoScalingGroup::hosts).orElse(List.of());
    }

    @Override
    public synchronized DeploymentGroup getDeploymentGroup(String application, String group) {
        String id = known(group).id();
        return new DeploymentGroup(
                Optional.ofNullable(successful.get(id)).map(LocalDeployment::id),
                Optional.ofNullable(attempted.get(id)).map(LocalDeployment::id));
    }

    private DeploymentGroupModel known(String group) {
        return Optional.ofNullable(groups.get(Opaque.referred(group)))
                .orElseThrow(() ->
                        new AwsException("DeploymentGroupDoesNotExistException", "no deployment group " + group, null));
    }

    @Override
    public synchronized String createDeployment(
            String application, String group, Revision revision, String description) {
        DeploymentGroupModel into = known(group);
        listRunningDeployments(application, group).stream().findFirst().ifPresent(running -> {
            throw new AwsException(
                    "DeploymentLimitExceededException",
                    "The Deployment Group '" + into.id() + "' already has an active Deployment '" + running + "'",
                    null);
        });
        LocalDeployment deployment = begin("user", into, revision, hosts(into));
        timers.after(Duration.ZERO).thenCompose(now -> startDeploy(deployment)).thenAccept(succeeded -> {
            if (succeeded) {
                updateOutdated(deployment);
            }
        });
        return deployment.id();
    }

    @Override
    public Deployment getDeployment(String id) {
        return deployments.get(id).described();
    }

    @Override
    public List<String> listRunningDeployments(String application, String group) {
        String id = known(group).id();
        return deployments.values().stream()
                .filter(one -> one.isOf(id) && one.isRunning())
                .map(LocalDeployment::id)
                .toList();
    }

    @Override
    public List<DeploymentTarget> describeDeploymentTargets(String id) {
        return deployments.get(id).targets();
    }

    @Override
    public void stopDeployment(String id) {
        deployments.get(id).stop();
    }
}
