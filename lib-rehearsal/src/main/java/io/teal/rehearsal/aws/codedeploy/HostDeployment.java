package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.TargetState;
import io.teal.release.port.DeploymentTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** One deployment on one host: runs its lifecycle events, and the scripts of each, in CodeDeploy's order. */
final class HostDeployment {
    private static final List<String> WITH_TRAFFIC = List.of(
            "BeforeBlockTraffic",
            "BlockTraffic",
            "AfterBlockTraffic",
            "ApplicationStop",
            "DownloadBundle",
            "BeforeInstall",
            "Install",
            "AfterInstall",
            "ApplicationStart",
            "ValidateService",
            "BeforeAllowTraffic",
            "AllowTraffic",
            "AfterAllowTraffic");
    private static final List<String> WITHOUT_TRAFFIC = WITH_TRAFFIC.subList(3, 10);

    /** These run the scripts of the previous revision. */
    private static final Set<String> OF_THE_PREVIOUS_REVISION =
            Set.of("BeforeBlockTraffic", "AfterBlockTraffic", "ApplicationStop");

    private static final long CHECK_MILLIS = 20;

    private final String deployment;
    private final ScriptedHost machine;
    private final RevisionFolders.RevisionFolder bundle;
    private final Balancer balancer;
    private final BooleanSupplier stopped;
    private final List<DeploymentTarget.LifecycleEvent> events = new CopyOnWriteArrayList<>();
    private final Path archive;
    private volatile String status = "Pending";
    private volatile List<Path> copied = List.of();

    HostDeployment(
            String deployment,
            ScriptedHost machine,
            RevisionFolders.RevisionFolder bundle,
            Balancer balancer,
            BooleanSupplier stopped) {
        this.deployment = deployment;
        this.machine = machine;
        this.bundle = bundle;
        this.balancer = balancer;
        this.stopped = stopped;
        this.archive = machine.root().resolve("deployments").resolve(deployment);
    }

    Host host() {
        return machine.host();
    }

    String status() {
        return status;
    }

    DeploymentTarget described() {
        return new DeploymentTarget(host().id(), status, events);
    }

    /** Runs the events until one fails; returns whether all succeeded. */
    boolean run(boolean traffic) throws InterruptedException {
        status = "InProgress";
        for (String event : traffic ? WITH_TRAFFIC : WITHOUT_TRAFFIC) {
            events.add(new DeploymentTarget.LifecycleEvent(event, "InProgress", ""));
            Optional<String> failure = stopped.getAsBoolean() ? Optional.of("was stopped") : perform(event);
            String ended = failure.isPresent() ? "Failed" : "Succeeded";
            events.set(events.size() - 1, new DeploymentTarget.LifecycleEvent(event, ended, failure.orElse("")));
            if (failure.isPresent()) {
                status = "Failed";
                return false;
            }
        }
        machine.installed(new ScriptedHost.Installed(bundle, archive, copied));
        status = "Succeeded";
        return true;
    }

    private Optional<String> perform(String event) throws InterruptedException {
        try {
            switch (event) {
                case "BlockTraffic" -> block();
                case "AllowTraffic" -> {
                    return allow();
                }
                case "DownloadBundle" -> Copies.all(bundle.folder(), archive);
                case "Install" -> install();
                default -> {
                    return scripts(event);
                }
            }
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(failed.toString());
        }
    }

    private void install() throws IOException {
        Optional<ScriptedHost.Installed> before = machine.installed();
        if (before.isPresent()) {
            Copies.delete(before.get().files());
        }
        copied = Copies.install(bundle.appspec().files(), archive, machine.root());
    }

    private Optional<String> scripts(String event) throws InterruptedException {
        Optional<ScriptedHost.Installed> before = machine.installed();
        boolean old = OF_THE_PREVIOUS_REVISION.contains(event);
        if (old && before.isEmpty()) {
            return Optional.empty();
        }
        RevisionFolders.RevisionFolder of = old ? before.get().bundle() : bundle;
        Path where = old ? before.get().archive() : archive;
        for (Appspec.Script script : of.appspec().hooks().getOrDefault(event, List.of())) {
            Optional<String> failure = machine.run(where, script, environment(event, of), stopped);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private Map<String, String> environment(String event, RevisionFolders.RevisionFolder of) {
        return Map.of(
                "LIFECYCLE_EVENT",
                event,
                "DEPLOYMENT_ID",
                deployment,
                "VERSION",
                of.version(),
                "ROOT",
                machine.root().toString());
    }

    private void block() throws InterruptedException {
        for (String group : host().fleet().groups()) {
            balancer.deregister(group, host().id());
        }
    }

    /** Registers the host and waits until it is healthy, except in a target group that no listener forwards to. */
    private Optional<String> allow() throws InterruptedException {
        for (String group : host().fleet().groups()) {
            balancer.register(group, host().id(), host().port());
            while (balancer.uses(group) && balancer.targets(group).get(host().id()) != TargetState.HEALTHY) {
                if (stopped.getAsBoolean() || !host().machine().isAlive()) {
                    return Optional.of("was stopped before the host was healthy in " + group);
                }
                Thread.sleep(CHECK_MILLIS);
            }
        }
        return Optional.empty();
    }
}
