package io.teal.runtime.install;

import io.teal.release.port.AwsException;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentGroup;
import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * CodeDeploy with its agents: one deployment of a group at a time, hosts one after the other, the last successful
 * revision for a host that is launched, and a follow-on deployment for hosts that got an older one meanwhile.
 */
final class Agents implements CodeDeploy {
    static final int SECONDS_A_HOST = 30;

    /** Keys of revisions whose script fails, and ids of hosts on which any does. */
    final TreeSet<String> bad = new TreeSet<>();
    /** Hosts whose agent does not answer. */
    final TreeSet<String> silent = new TreeSet<>();

    final List<String> calls = new ArrayList<>();
    /** What the next CreateDeployment does: nothing special, refuse, or carry out and not answer. */
    Fate fate = Fate.TAKEN;
    /** Hosts that a deployment does not count as a failure, as under AllAtOnce. */
    boolean forgiving;

    private final Timeline time;
    private final Map<String, Running> deployments = new LinkedHashMap<>();
    private Fleet fleet;
    private Optional<String> successful = Optional.empty();
    private Optional<String> attempted = Optional.empty();

    enum Fate {
        TAKEN,
        REFUSED,
        UNANSWERED
    }

    Agents(Timeline time) {
        this.time = time;
    }

    void of(Fleet launching) {
        this.fleet = launching;
    }

    /** One deployment as it goes. */
    private static final class Running {
        final String id;
        final String creator;
        final Revision revision;
        final Map<Host, String> hosts = new LinkedHashMap<>();
        String status = "InProgress";
        String error = "";

        Running(String id, String creator, Revision revision) {
            this.id = id;
            this.creator = creator;
            this.revision = revision;
        }
    }

    /** A deployment that someone else begins. */
    String begin(String creator, Revision revision, List<Host> hosts) {
        Running next = new Running("d-" + (deployments.size() + 1), creator, revision);
        hosts.forEach(host -> next.hosts.put(host, "Pending"));
        deployments.put(next.id, next);
        attempted = Optional.of(next.id);
        time.in(1, () -> work(next));
        return next.id;
    }

    private void work(Running deployment) {
        Optional<Host> next = deployment.hosts.keySet().stream()
                .filter(host -> deployment.hosts.get(host).equals("Pending"))
                .findFirst();
        if (!deployment.status.equals("InProgress")) {
            return;
        }
        if (next.isEmpty()) {
            boolean some = deployment.hosts.isEmpty() || deployment.hosts.containsValue("Succeeded");
            end(deployment, some ? "Succeeded" : "Failed", some ? "" : "HEALTH_CONSTRAINTS: all hosts failed");
            return;
        }
        deployment.hosts.put(next.get(), "InProgress");
        if (!silent.contains(next.get().id)) {
            next.get().runs = "half";
            time.in(SECONDS_A_HOST, () -> finish(deployment, next.get()));
        }
    }

    private void finish(Running deployment, Host host) {
        if (!deployment.status.equals("InProgress")) {
            return;
        }
        if (!bad.contains(deployment.revision.key()) && !bad.contains(host.id)) {
            host.runs = deployment.revision.key();
            deployment.hosts.put(host, "Succeeded");
            work(deployment);
            return;
        }
        deployment.hosts.put(host, "Failed");
        if (forgiving) {
            work(deployment);
        } else {
            end(deployment, "Failed", "HEALTH_CONSTRAINTS: too many hosts failed");
        }
    }

    private void end(Running deployment, String status, String error) {
        deployment.status = status;
        deployment.error = error;
        boolean succeeded = status.equals("Succeeded");
        if (succeeded) {
            successful = Optional.of(deployment.id);
        }
        if (deployment.creator.equals("autoscaling")) {
            deployment.hosts.keySet().forEach(host -> fleet.complete(host, succeeded));
        } else if (succeeded) {
            followOn(deployment);
        }
    }

    private void followOn(Running deployment) {
        List<Host> outdated = fleet.hosts.stream()
                .filter(host -> host.inService && !host.runs.equals(deployment.revision.key()))
                .filter(host -> !deployment.hosts.containsKey(host))
                .toList();
        if (!outdated.isEmpty()) {
            begin("CodeDeployAutoUpdate", deployment.revision, outdated);
        }
    }

    /** The launch hook: without a revision there is nothing to install. */
    void launched(Host host) {
        if (successful.isEmpty()) {
            fleet.complete(host, true);
        } else {
            begin("autoscaling", deployments.get(successful.get()).revision, List.of(host));
        }
    }

    /** All hosts run {@code revision} since long ago. */
    void settle(Revision revision) {
        Running past = new Running("d-0", "user", revision);
        past.status = "Succeeded";
        deployments.put("d-0", past);
        successful = Optional.of("d-0");
        attempted = successful;
        fleet.hosts.forEach(host -> host.runs = revision.key());
    }

    @Override
    public DeploymentGroup getDeploymentGroup(String application, String group) {
        return new DeploymentGroup(successful, attempted);
    }

    @Override
    public String createDeploymentWithoutAlarms(
            String application, String group, Revision revision, String description) {
        calls.add("turn off alarms");
        return createDeployment(application, group, revision, description);
    }

    @Override
    public String createDeployment(String application, String group, Revision revision, String description) {
        boolean taken = deployments.values().stream().anyMatch(other -> other.status.equals("InProgress"));
        calls.add("create " + revision.key() + (taken ? " (one is running)" : ""));
        if (taken) {
            throw new AwsException("DeploymentLimitExceededException", "one is running", null);
        }
        if (fate == Fate.REFUSED) {
            throw new AwsException("AccessDeniedException", "CreateDeployment: not allowed", null);
        }
        String id = begin(
                "user",
                revision,
                fleet.hosts.stream().filter(host -> host.inService).toList());
        if (fate == Fate.UNANSWERED) {
            fate = Fate.TAKEN;
            throw new AwsException("Unanswered", "CreateDeployment: timed out", null);
        }
        return id;
    }

    @Override
    public Deployment getDeployment(String id) {
        Running one = deployments.get(id);
        int failed = (int) one.hosts.values().stream().filter("Failed"::equals).count();
        return new Deployment(id, one.status, one.creator, Optional.of(one.revision), failed, one.error);
    }

    @Override
    public List<String> listRunningDeployments(String application, String group) {
        return deployments.values().stream()
                .filter(one -> one.status.equals("InProgress"))
                .map(one -> one.id)
                .toList();
    }

    @Override
    public List<DeploymentTarget> describeDeploymentTargets(String id) {
        return deployments.get(id).hosts.entrySet().stream()
                .map(host -> new DeploymentTarget(
                        host.getKey().id, host.getValue(), List.of(event(host.getKey(), host.getValue()))))
                .toList();
    }

    private DeploymentTarget.LifecycleEvent event(Host host, String status) {
        boolean silence = silent.contains(host.id);
        return new DeploymentTarget.LifecycleEvent(
                "ApplicationStart",
                silence ? "Pending" : status,
                status.equals("Failed") ? "script exited with 1" : "");
    }

    @Override
    public void stopDeployment(String id) {
        calls.add("stop " + id);
        end(deployments.get(id), "Stopped", "");
    }
}
