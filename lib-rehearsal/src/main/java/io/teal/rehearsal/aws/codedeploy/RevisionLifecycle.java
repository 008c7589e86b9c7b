package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.TargetState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Installs a revision on a host: the lifecycle events in CodeDeploy's order. */
final class RevisionLifecycle implements HostDeployment.Lifecycle {
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

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Host host;
    private final Agent agent;
    private final Agent.Order order;
    private final Balancer balancer;
    private final Timers timers;

    RevisionLifecycle(Host host, Agent agent, Agent.Order order, Balancer balancer, Timers timers) {
        this.host = host;
        this.agent = agent;
        this.order = order;
        this.balancer = balancer;
        this.timers = timers;
    }

    /** Whether {@code event} runs the scripts of the revision that is replaced. */
    static boolean isOfThePreviousRevision(String event) {
        return OF_THE_PREVIOUS_REVISION.contains(event);
    }

    @Override
    public List<String> events(boolean traffic) {
        return traffic ? WITH_TRAFFIC : WITHOUT_TRAFFIC;
    }

    @Override
    public void succeeded() {
        agent.succeeded(order);
    }

    @Override
    public CompletableFuture<Optional<String>> start(String event) {
        return switch (event) {
            case "BlockTraffic" -> block();
            case "AllowTraffic" -> allow();
            default -> agent.start(event, order);
        };
    }

    private CompletableFuture<Optional<String>> block() {
        return Timers.all(host.fleet().groups().stream().map(group -> balancer.startDeregister(group, host.id())))
                .thenApply(left -> Optional.empty());
    }

    /** Registers the host and waits until it is healthy, except in a target group that no listener forwards to. */
    private CompletableFuture<Optional<String>> allow() {
        host.fleet().groups().forEach(group -> balancer.register(group, host.id(), host.port()));
        return timers.until(() -> unhealthy().isEmpty() || isOver(), LOOK)
                .thenApply(over -> unhealthy().map(group -> "was stopped before the host was healthy in " + group));
    }

    private Optional<String> unhealthy() {
        return host.fleet().groups().stream()
                .filter(balancer::uses)
                .filter(group -> balancer.targets(group).get(host.id()) != TargetState.HEALTHY)
                .findFirst();
    }

    private boolean isOver() {
        return order.stopped().getAsBoolean() || !host.machine().isAlive();
    }
}
