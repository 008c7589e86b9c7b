package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.elb.Balancer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One Auto Scaling group: launches, registers, drains and stops its hosts. */
public final class LocalAutoScalingGroup {
    /** From the launch of an EC2 instance until it runs, in the template's time. */
    private static final Duration PENDING = Duration.ofSeconds(20);

    private static final Duration BOOT_LIMIT = Duration.ofMinutes(1);
    private static final long CHECK_MILLIS = 20;

    private final Launcher launcher;
    private final Balancer balancer;
    private final Timescale timescale;
    private final List<Host> hosts = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<?>> launches = new CopyOnWriteArrayList<>();
    private final Set<Host> leaving = ConcurrentHashMap.newKeySet();
    private final ZonePlacement placement;
    private final TargetGroupHealth health;
    private final Supplier<LaunchHook> hook;
    private volatile boolean deleted;
    private volatile FleetModel model;
    private volatile int desired;

    LocalAutoScalingGroup(
            FleetModel model,
            Launcher launcher,
            Balancer balancer,
            Timescale timescale,
            AvailabilityZones zones,
            Supplier<LaunchHook> hook) {
        this.model = model;
        this.placement = new ZonePlacement(zones);
        this.health = new TargetGroupHealth(balancer);
        this.hook = hook;
        this.launcher = launcher;
        this.balancer = balancer;
        this.timescale = timescale;
        grow(model.size().initial());
    }

    /** The fleet in its current template. */
    public FleetModel model() {
        return model;
    }

    /** The desired capacity. */
    public int desired() {
        return desired;
    }

    /** The hosts that have booted, oldest first. */
    public List<Host> hosts() {
        return List.copyOf(hosts);
    }

    /** Grows or shrinks to {@code size}, as {@code SetDesiredCapacity} does; returns at once. */
    public void resize(int size) {
        if (size > desired) {
            grow(size - desired);
        } else if (size < desired) {
            int leaving = desired - size;
            Tasks.run(() -> shrink(leaving));
        }
    }

    /** The hosts that are not terminating, whatever their health. */
    List<Host> staying() {
        return hosts.stream().filter(host -> !leaving.contains(host)).toList();
    }

    /** Terminates a failed host and launches another; returns at once. */
    synchronized void replace(Host failed) {
        List<Host> ending = deleted ? List.of() : claim(List.of(failed));
        if (!ending.isEmpty()) {
            begin(1);
            Tasks.run(() -> finish(ending));
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
     * @throws InvalidRunException if a host's process exits, or they take more than a minute
     */
    public void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + BOOT_LIMIT.toNanos();
        while (!ready()) {
            boolean ended = hosts.stream().anyMatch(host -> !host.process().isAlive());
            if (ended || System.nanoTime() > deadline) {
                throw new InvalidRunException(
                        healthy() + " of " + desired + " hosts of " + model.id() + " are healthy"
                                + (ended ? ", and the process of one has exited" : " after a minute"),
                        launcher.lastWords(model.id()));
            }
            Thread.sleep(CHECK_MILLIS);
        }
    }

    /**
     * Applies a changed template: resizes at once, and replaces hosts if the update policy says so.
     *
     * @throws RefreshFailure if its hosts could not be replaced
     */
    void update(FleetModel changed, RefreshWatch watch) throws InterruptedException {
        boolean replace = changed.replaces() && !changed.launch().equals(model.launch());
        int wanted = changed.size().after(model.size(), desired);
        model = changed;
        if (replace && changed.refresh().isPresent()) {
            desired = wanted;
            new InstanceRefresh(this, changed.refresh().get(), wanted, timescale, watch).run();
        } else if (replace) {
            replaceAll(wanted);
        } else if (wanted > desired) {
            grow(wanted - desired);
        } else {
            shrink(desired - wanted);
        }
    }

    /** Launches hosts above the desired capacity, and waits until they run. */
    void add(int count) {
        begin(count);
        awaitLaunches();
    }

    /** Terminates as many of {@code hosts} as the fleet has above {@code size}. */
    void leave(List<Host> hosts, int size) throws InterruptedException {
        end(hosts.stream().limit(Math.max(0, staying().size() - size)).toList());
    }

    /** Whether {@code host} is healthy in every target group that a listener forwards to. */
    boolean serves(Host host) {
        return health.serves(model.groups(), host);
    }

    /** Launches the new hosts, waits until they are healthy, then terminates the old ones. */
    private void replaceAll(int size) throws InterruptedException {
        awaitLaunches();
        List<Host> old = staying();
        grow(size);
        awaitLaunches();
        awaitReady();
        desired = size;
        end(old);
    }

    private void grow(int count) {
        desired += count;
        begin(count);
    }

    private void begin(int count) {
        FleetModel launched = model;
        for (int i = 0; i < count; i++) {
            launches.add(Tasks.run(() -> launch(launched)));
        }
    }

    /** Launches one host and registers it once admitted, ready or not: health checks decide. */
    private void launch(FleetModel launched) throws InterruptedException {
        Optional<Host> admitted = Optional.empty();
        while (admitted.isEmpty() && !deleted) {
            int zone = placement.take();
            timescale.sleep(PENDING);
            admitted = admitted(launcher.launch(launched, zone));
        }
        admitted.ifPresent(host -> {
            hosts.add(host);
            launched.groups().forEach(group -> balancer.register(group, host.id(), host.port()));
        });
    }

    private Optional<Host> admitted(Host host) throws InterruptedException {
        if (hook.get().admits(host)) {
            return Optional.of(host);
        }
        placement.leave(host.zone());
        host.stop();
        return Optional.empty();
    }

    private void shrink(int count) throws InterruptedException {
        desired -= count;
        awaitLaunches();
        end(staying().stream().limit(count).toList());
    }

    /** Terminates every host. */
    void endAll() throws InterruptedException {
        synchronized (this) {
            deleted = true;
        }
        desired = 0;
        awaitLaunches();
        end(staying());
    }

    private void awaitLaunches() {
        Tasks.join(launches.stream());
        launches.clear();
    }

    private void end(List<Host> hosts) throws InterruptedException {
        finish(claim(hosts));
    }

    /** Those of {@code ending} that were not terminating yet. */
    private List<Host> claim(List<Host> ending) {
        List<Host> claimed = ending.stream().filter(leaving::add).toList();
        claimed.forEach(host -> placement.leave(host.zone()));
        return claimed;
    }

    private void finish(List<Host> ending) throws InterruptedException {
        List<CompletableFuture<?>> drained = new ArrayList<>();
        for (Host host : ending) {
            model.groups().forEach(group -> drained.add(Tasks.run(() -> balancer.deregister(group, host.id()))));
        }
        Tasks.join(drained.stream());
        Stream<CompletableFuture<?>> stopped = ending.stream().map(host -> Tasks.run(host::stop));
        Tasks.join(stopped.toList().stream());
        hosts.removeAll(ending);
        ending.forEach(leaving::remove);
    }
}
