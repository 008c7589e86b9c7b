package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.rehearsal.aws.autoscaling.LaunchHook;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScalingGroup;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.template.Opaque;
import io.teal.release.port.AwsException;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentGroup;
import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** CodeDeploy on this machine: deployment groups, their deployments, and the lifecycle hook of launched hosts. */
public final class LocalCodeDeploy implements CodeDeploy, LaunchHook {
    static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "codedeploy");
        thread.setDaemon(true);
        return thread;
    });

    private final RevisionFolders bundles;
    private final LocalAutoScaling fleets;
    private final Balancer balancer;
    private final Path folder;
    private final Map<String, DeploymentGroupModel> groups = new ConcurrentHashMap<>();
    private final Map<String, LocalDeployment> successful = new ConcurrentHashMap<>();
    private final Map<String, LocalDeployment> attempted = new ConcurrentHashMap<>();
    private final Map<String, LocalDeployment> deployments = new ConcurrentSkipListMap<>();
    private final Map<Host, ScriptedHost> machines = new ConcurrentHashMap<>();

    /**
     * CodeDeploy without deployment groups.
     *
     * @param bundles the revisions that it can install
     * @param folder the parent folder of the hosts' files
     */
    public LocalCodeDeploy(RevisionFolders bundles, LocalAutoScaling fleets, Balancer balancer, Path folder) {
        this.bundles = bundles;
        this.fleets = fleets;
        this.balancer = balancer;
        this.folder = folder;
    }

    /** Command for the launcher that runs a host without a service; writes its script into {@code folder}. */
    public static String machine(Path folder) {
        return ScriptedHost.command(folder);
    }

    /** Adds or updates a deployment group. */
    public void put(DeploymentGroupModel group) {
        groups.put(group.id(), group);
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
        return CompletableFuture.supplyAsync(() -> installed(host), THREADS);
    }

    private boolean installed(Host host) {
        Optional<LocalDeployment> last = groups.values().stream()
                .filter(group -> group.fleet().equals(host.fleet().id()))
                .findFirst()
                .map(group -> successful.get(group.id()));
        try {
            return last.isEmpty()
                    || deploy(
                            begin("autoscaling", last.get().group(), last.get().revision(), List.of(host)));
        } catch (InterruptedException over) {
            return false;
        }
    }

    private synchronized LocalDeployment begin(
            String creator, DeploymentGroupModel group, Revision revision, List<Host> hosts) {
        String id = String.format("d-%04d", deployments.size() + 1);
        LocalDeployment deployment = new LocalDeployment(id, creator, group, revision);
        RevisionFolders.RevisionFolder bundle = bundles.of(revision);
        hosts.stream()
                .map(host -> machines.computeIfAbsent(host, one -> new ScriptedHost(one, folder)))
                .forEach(machine ->
                        deployment.add(new HostDeployment(id, machine, bundle, balancer, deployment.stopped())));
        deployments.put(id, deployment);
        attempted.put(group.id(), deployment);
        return deployment;
    }

    private boolean deploy(LocalDeployment deployment) throws InterruptedException {
        boolean succeeded = deployment.run();
        if (succeeded && groups.containsKey(deployment.group().id())) {
            successful.put(deployment.group().id(), deployment);
        }
        return succeeded;
    }

    /** Also starts a second deployment for hosts launched meanwhile with an older revision. */
    private void deployAndUpdateOutdated(LocalDeployment deployment) {
        try {
            if (deploy(deployment)) {
                List<Host> outdated = hosts(deployment.group()).stream()
                        .filter(host -> isOutdated(host, deployment))
                        .toList();
                if (!outdated.isEmpty()) {
                    deploy(begin("CodeDeployAutoUpdate", deployment.group(), deployment.revision(), outdated));
                }
            }
        } catch (InterruptedException interrupted) {
            deployment.stop();
        }
    }

    private boolean isOutdated(Host host, LocalDeployment deployment) {
        boolean included =
                deployment.hosts().stream().anyMatch(one -> one.host().equals(host));
        String version = bundles.of(deployment.revision()).version();
        return !included
                && Optional.ofNullable(machines.get(host))
                        .flatMap(ScriptedHost::installed)
                        .filter(on -> on.bundle().version().equals(version))
                        .isEmpty();
    }

    private List<Host> hosts(DeploymentGroupModel group) {
        return fleets.all().stream()
                .filter(fleet -> fleet.model().id().equals(group.fleet()))
                .map(LocalAutoScalingGroup::hosts)
                .findFirst()
                .orElse(List.of());
    }

    @Override
    public DeploymentGroup getDeploymentGroup(String application, String group) {
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
        if (!listRunningDeployments(application, group).isEmpty()) {
            throw new AwsException(
                    "DeploymentLimitExceededException",
                    "group " + into.id() + " already has a running deployment",
                    null);
        }
        LocalDeployment deployment = begin("user", into, revision, hosts(into));
        THREADS.execute(() -> deployAndUpdateOutdated(deployment));
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
