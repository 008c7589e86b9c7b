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
    /** From the launch of an EC2 instance until it runs; scaled, as all that is not ours to watch. */
    private static final Duration PENDING = Duration.ofSeconds(20);

    private static final Duration BOOT_LIMIT = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 20;

    private final Launcher launcher;
    private final Balancer balancer;
    private final Timescale timescale;
    private final List<Host> hosts = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<?>> launches = new CopyOnWriteArrayList<>();
    private final Set<Host> leaving = ConcurrentHashMap.newKeySet();
    private final ZonePlacement placement;
    private final TargetGroupHealth health;
    private final Supplier<LaunchHook> hook;
    private volatile boolean over;
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

    /** The fleet as its template says. */
    public FleetModel model() {
        return model;
    }

    /** How many hosts it should run. */
    public int desired() {
        return desired;
    }

    /** The hosts that have booted, in the order they did. */
    public List<Host> hosts() {
        return List.copyOf(hosts);
    }

    /** Grows or shrinks to {@code size}, as {@code SetDesiredCapacity} does: returns at once. */
    public void resize(int size) {
        if (size > desired) {
            grow(size - desired);
        } else if (size < desired) {
            int leaving = desired - size;
            Tasks.run(() -> shrink(leaving));
        }
    }

    /** The hosts that are to stay, whatever their health. */
    List<Host> staying() {
        return hosts.stream().filter(host -> !leaving.contains(host)).toList();
    }

    /** Ends a host that has failed, and launches another in its place; returns at once. */
    synchronized void replace(Host failed) {
        List<Host> ending = over ? List.of() : claim(List.of(failed));
        if (!ending.isEmpty()) {
            begin(1);
            Tasks.run(() -> finish(ending));
        }
    }

    /** How many hosts are healthy in every target group of the fleet that a listener forwards to. */
    public int healthy() {
        return health.healthy(model.groups());
    }

    /** Whether every host is healthy, or nothing could tell because no listener forwards to the fleet. */
    boolean ready() {
        return !health.any(model.groups()) || healthy() >= desired;
    }

    /**
     * Waits until the fleet is ready.
     *
     * @throws InvalidRunException if a host ends by itself, or they take more than a minute
     */
    public void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + BOOT_LIMIT.toNanos();
        while (!ready()) {
            boolean ended = hosts.stream().anyMatch(host -> !host.process().isAlive());
            if (ended || System.nanoTime() > deadline) {
                throw new InvalidRunException(
                        healthy() + " of " + desired + " hosts of " + model.id() + " are healthy"
                                + (ended ? ", and one has ended by itself" : " after a minute"),
                        launcher.lastWords(model.id()));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /**
     * Applies a changed template: sizes at once, and new hosts for old ones if its update policy says so.
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

    /** Launches hosts beyond those desired, and waits until they run. */
    void add(int count) {
        begin(count);
        awaitLaunches();
    }

    /** Ends as many of {@code hosts} as there are beyond {@code size}. */
    void leave(List<Host> hosts, int size) throws InterruptedException {
        end(hosts.stream().limit(Math.max(0, staying().size() - size)).toList());
    }

    /** Whether {@code host} is healthy in every target group that a listener forwards to. */
    boolean serves(Host host) {
        return health.serves(model.groups(), host);
    }

    /** Launches the new hosts, waits until they are healthy, and only then ends the old ones. */
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

    /** Boots one host and registers it as soon as it runs and may go on, ready or not: the probes find out. */
    private void launch(FleetModel launched) throws InterruptedException {
        Optional<Host> admitted = Optional.empty();
        while (admitted.isEmpty() && !over) {
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

    /** Ends every host. */
    void endAll() throws InterruptedException {
        synchronized (this) {
            over = true;
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

    /** Those that nobody else is ending. */
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
