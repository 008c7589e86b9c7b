package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.TargetState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Installs a revision on a host: the lifecycle events in CodeDeploy's order, and the scripts of each. */
final class ScriptedLifecycle implements HostDeployment.Lifecycle {
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

    /** These run no scripts. */
    private static final Set<String> OF_CODEDEPLOY =
            Set.of("BlockTraffic", "DownloadBundle", "Install", "AllowTraffic");

    /** The hooks of an appspec. */
    static final List<String> HOOKS = WITH_TRAFFIC.stream()
            .filter(event -> !OF_CODEDEPLOY.contains(event))
            .toList();

    /** These run the scripts of the previous revision. */
    private static final Set<String> OF_THE_PREVIOUS_REVISION =
            Set.of("BeforeBlockTraffic", "AfterBlockTraffic", "ApplicationStop");

    private static final long CHECK_MILLIS = 20;

    private final String deployment;
    private final ScriptedHost machine;
    private final RevisionFolders.RevisionFolder bundle;
    private final Balancer balancer;
    private final BooleanSupplier stopped;
    private final Path archive;
    private volatile List<Path> copied = List.of();

    ScriptedLifecycle(
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

    @Override
    public List<String> events(boolean traffic) {
        return traffic ? WITH_TRAFFIC : WITHOUT_TRAFFIC;
    }

    @Override
    public void succeeded() {
        machine.installed(new ScriptedHost.Installed(bundle, archive, copied));
    }

    @Override
    public Optional<String> perform(String event) throws InterruptedException {
        try {
            return switch (event) {
                case "BlockTraffic" -> block();
                case "AllowTraffic" -> allow();
                case "DownloadBundle" -> download();
                case "Install" -> install();
                default -> scripts(event);
            };
        } catch (IOException failed) {
            return Optional.of(failed.toString());
        }
    }

    private Optional<String> download() throws IOException {
        Copies.install(List.of(new Appspec.Copied(".", "/")), bundle.folder(), archive);
        return Optional.empty();
    }

    private Optional<String> install() throws IOException {
        Copies.delete(machine.installed().map(ScriptedHost.Installed::files).orElse(List.of()));
        copied = Copies.install(bundle.appspec().files(), archive, machine.root());
        return Optional.empty();
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

    private Optional<String> block() throws InterruptedException {
        for (String group : machine.host().fleet().groups()) {
            balancer.deregister(group, machine.host().id());
        }
        return Optional.empty();
    }

    /** Registers the host and waits until it is healthy, except in a target group that no listener forwards to. */
    private Optional<String> allow() throws InterruptedException {
        for (String group : machine.host().fleet().groups()) {
            balancer.register(group, machine.host().id(), machine.host().port());
            while (balancer.uses(group)
                    && balancer.targets(group).get(machine.host().id()) != TargetState.HEALTHY) {
                if (stopped.getAsBoolean() || !machine.host().machine().isAlive()) {
                    return Optional.of("was stopped before the host was healthy in " + group);
                }
                Thread.sleep(CHECK_MILLIS);
            }
        }
        return Optional.empty();
    }
}
