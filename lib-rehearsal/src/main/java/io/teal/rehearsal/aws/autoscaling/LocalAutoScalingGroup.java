package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.elb.Balancer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** One Auto Scaling group: launches, registers, drains and stops its hosts. */
public final class LocalAutoScalingGroup implements ScalingGroup {
    private final LocalAutoScaling region;
    private final Balancer balancer;
    private final Timers timers;
    private final List<Host> hosts = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Void>> launches = new CopyOnWriteArrayList<>();
    private final Set<Host> leaving = ConcurrentHashMap.newKeySet();
    private final TargetGroupHealth health;
    private final HostLaunches launching;
    private final HostUpdates updates;
    private volatile FleetModel model;
    private volatile FleetModel.GroupSize written;
    private volatile int desired;

    LocalAutoScalingGroup(FleetModel model, LocalAutoScaling region, Balancer balancer, Timers timers) {
        this.model = model;
        this.written = model.size();
        this.health = new TargetGroupHealth(balancer);
        this.launching = new HostLaunches(region, timers, this::model);
        this.updates = new HostUpdates(this, timers);
        this.region = region;
        this.balancer = balancer;
        this.timers = timers;
        grow(model.size().initial());
    }

    @Override
    public FleetModel model() {
        return model;
    }

    @Override
    public int desired() {
        return desired;
    }

    @Override
    public void limit(FleetModel.GroupSize size) {
        model = model.sized(size);
    }

    /** The hosts that have booted, oldest first. */
    public List<Host> hosts() {
        return List.copyOf(hosts);
    }

    @Override
    public Map<String, FleetModel> members() {
        Map<String, FleetModel> members = new LinkedHashMap<>();
        staying().forEach(host -> members.put(host.id(), host.fleet()));
        return members;
    }

    @Override
    public List<Activities.FailedLaunch> failedLaunches() {
        return launching.failed();
    }

    @Override
    public CompletableFuture<Void> resize(int size) {
        int fewer = desired - size;
        if (fewer <= 0) {
            grow(-fewer);
            return CompletableFuture.completedFuture(null);
        }
        desired = size;
        int hosts = fewer - launching.giveUp(fewer);
        CompletableFuture<Void> running = hosts == 0 ? CompletableFuture.completedFuture(null) : launched();
        return running.thenCompose(run -> end(staying().stream().limit(hosts).toList()));
    }

    /** The hosts that are not terminating, whatever their health. */
    public List<Host> staying() {
        return hosts.stream().filter(host -> !leaving.contains(host)).toList();
    }

    /** Those of them that are none of {@code others}. */
    List<Host> stayingBeside(List<Host> others) {
        return staying().stream().filter(host -> !others.contains(host)).toList();
    }

    /** Terminates a failed host and launches another, unless it is terminating already; returns at once. */
    synchronized void replace(Host failed) {
        if (staying().contains(failed) && !updates.suspendsReplacement()) {
            begin(1);
            end(List.of(failed));
        }
    }

    /** How many hosts are healthy in every target group of the fleet that a listener forwards to. */
    public int healthy() {
        return health.healthy(model.groups());
    }

    /** Whether every host is healthy; always true if no listener forwards to the fleet. */
    boolean ready() {
        return !health.any(model.groups()) || healthy() >= desired;
    }

    /**
     * Waits until the fleet is ready.
     *
     * @throws InvalidRunException if a host has exited, or they take more than an hour
     */
    public void awaitReady() {
        timers.await(new BootWait(this, timers).whenReady(() -> region.lastWords(model.id())));
    }

    @Override
    public CompletableFuture<Void> startUpdate(FleetModel changed, RefreshWatch watch) {
        boolean replace = !changed.launch().equals(model.launch());
        FleetModel.GroupSize size = watch.sizes(changed.size());
        FleetModel.GroupSize limits = size.limits(written, model.size());
        int wanted = size.after(written, limits, desired);
        written = changed.size();
        model = changed.sized(limits);
        return changed.update()
                .filter(policy -> replace)
                .map(policy -> updates.start(policy, wanted, watch))
                .orElseGet(() -> resize(wanted));
    }

    /** Sets the desired capacity, and launches nothing. */
    void aim(int size) {
        desired = size;
    }

    /** Completed when a new group's hosts have signalled, if it waits for them. */
    public CompletableFuture<Void> whenSignalled() {
        return updates.signalled();
    }

    /** Ends the hosts that a replacing update has left; the stack calls it when everything else is done. */
    public CompletableFuture<Void> cleanUp() {
        return updates.cleanUp();
    }

    /** Launches hosts above the desired capacity; completed when they run. */
    CompletableFuture<Void> add(int count) {
        begin(count);
        return launched();
    }

    /** Tries no more to launch what EC2 has refused and the desired capacity does not need. */
    void settle() {
        launching.giveUp(staying().size() + underWay().size() - desired);
    }

    /** Terminates as many of {@code hosts} as the fleet has above {@code size}. */
    CompletableFuture<Void> leave(List<Host> hosts, int size) {
        return end(hosts.stream().limit(Math.max(0, staying().size() - size)).toList());
    }

    /** Whether {@code host} is healthy in every target group that a listener forwards to. */
    boolean serves(Host host) {
        return health.serves(model.groups(), host);
    }

    private void grow(int count) {
        desired += count;
        begin(count);
    }

    /** Launches hosts above the desired capacity, and does not wait for them. */
    synchronized void begin(int count) {
        for (int i = 0; i < count; i++) {
            underWay().add(launch());
        }
    }

    private List<CompletableFuture<Void>> underWay() {
        launches.removeIf(launch -> launch.isDone() && !launch.isCompletedExceptionally());
        return launches;
    }

    /** Launches one host and registers it once admitted, ready or not: health checks decide. */
    private CompletableFuture<Void> launch() {
        return launching.launch().thenAccept(host -> host.ifPresent(this::enter));
    }

    /** One that an update has asked for which is taken back leaves at once. */
    private void enter(Host host) {
        hosts.add(host);
        host.fleet().groups().forEach(group -> balancer.register(group, host.id(), host.port()));
        boolean outdated = !host.fleet().launch().equals(model.launch());
        if (outdated && staying().size() > desired) {
            end(List.of(host));
        }
    }

    @Override
    public CompletableFuture<Void> endAll() {
        synchronized (this) {
            launching.end();
        }
        desired = 0;
        return launched().thenCompose(run -> end(staying()));
    }

    /** Completed when all that is being launched runs. */
    private CompletableFuture<Void> launched() {
        return Timers.all(launches.stream());
    }

    /** Terminates those of {@code chosen} that are neither gone nor terminating. */
    synchronized CompletableFuture<Void> end(List<Host> chosen) {
        List<Host> ending = chosen.stream()
                .filter(host -> hosts.contains(host) && leaving.add(host))
                .toList();
        ending.forEach(launching::leave);
        Stream<CompletableFuture<Void>> drained = ending.stream()
                .flatMap(host -> model.groups().stream().map(group -> balancer.startDeregister(group, host.id())));
        return Timers.all(drained)
                .thenCompose(gone ->
                        Timers.all(ending.stream().map(host -> host.machine().stop())))
                .thenRun(() -> {
                    hosts.removeAll(ending);
                    ending.forEach(leaving::remove);
                });
    }
}
