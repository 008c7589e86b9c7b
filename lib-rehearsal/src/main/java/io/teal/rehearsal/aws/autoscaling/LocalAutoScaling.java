package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.elb.Balancer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Auto Scaling on this machine: all fleets by logical id, host replacement and scaling policies. */
public final class LocalAutoScaling implements AutoCloseable {
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(15);

    private final Map<String, ScalingGroup> groups = new ConcurrentSkipListMap<>();
    private final Map<String, TargetTracking> scalers = new ConcurrentHashMap<>();
    private final Set<Integer> lostZones = ConcurrentHashMap.newKeySet();
    private final Set<String> ending = ConcurrentHashMap.newKeySet();
    private final Map<String, FleetModel> launched = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Machines machines;
    private final Balancer balancer;
    private final Timers timers;
    private final Workload workload;
    private final HostReplacement upkeep;
    private volatile LaunchHook hook = LaunchHook.NONE;
    private volatile boolean closed;

    /** Without fleets. */
    public LocalAutoScaling(Machines machines, Balancer balancer, Timers timers, Workload workload) {
        this.machines = machines;
        this.balancer = balancer;
        this.timers = timers;
        this.workload = workload;
        this.upkeep = new HostReplacement(balancer, timers);
        checkLater();
    }

    /** Uses {@code replacement} for each host launched from now on. */
    public void hook(LaunchHook replacement) {
        hook = replacement;
    }

    /** The fleets that exist, those being deleted included. */
    public List<LocalAutoScalingGroup> all() {
        return every(LocalAutoScalingGroup.class).toList();
    }

    private <T extends ScalingGroup> Stream<T> every(Class<T> kind) {
        return groups.values().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Fleet {@code id}, if it exists. */
    public Optional<LocalAutoScalingGroup> fleet(String id) {
        return group(id).filter(LocalAutoScalingGroup.class::isInstance).map(LocalAutoScalingGroup.class::cast);
    }

    /** Auto Scaling group {@code id}, if both colours share its hosts. */
    public Optional<SharedHostGroup> servers(String id) {
        return group(id).filter(SharedHostGroup.class::isInstance).map(SharedHostGroup.class::cast);
    }

    /** Group {@code id}; empty if there is none, or its deletion is in progress. */
    Optional<ScalingGroup> group(String id) {
        return Optional.ofNullable(groups.get(id)).filter(group -> !ending.contains(id));
    }

    /** The fleets with {@code label}. */
    public List<LocalAutoScalingGroup> called(String label) {
        return every(LocalAutoScalingGroup.class)
                .filter(fleet -> fleet.model().label().equals(label))
                .toList();
    }

    /** Launches a new fleet; returns at once, as CloudFormation does without a creation policy. */
    public void create(FleetModel model) {
        groups.put(
                model.id(),
                model.sharesHosts()
                        ? new SharedHostGroup(model, this, timers)
                        : new LocalAutoScalingGroup(model, this, balancer, timers));
    }

    /**
     * Updates a fleet; completed at once unless hosts are terminated or an update policy replaces them.
     *
     * @return fails with a {@link RefreshFailure} if its hosts could not be replaced
     */
    public CompletableFuture<Void> startUpdate(FleetModel model, RefreshWatch watch) {
        return groups.get(model.id()).startUpdate(model, watch);
    }

    /** Drains and terminates a fleet's hosts, then removes it. */
    public CompletableFuture<Void> startDelete(String id) {
        ending.add(id);
        return groups.get(id).endAll().thenRun(() -> {
            groups.remove(id);
            ending.remove(id);
        });
    }

    /** Boots a host that is not in service yet. */
    Host boot(FleetModel fleet, int zone) {
        String id = "h" + count.incrementAndGet();
        launched.put(id, fleet);
        return new Host(id, fleet, machines.boot(id, fleet, zone), zone, timers.instant());
    }

    /** Why EC2 launches no host of {@code fleet} in {@code zone} now; empty if it does. */
    Optional<String> refusal(FleetModel fleet, int zone) {
        return machines.refusal(fleet, zone);
    }

    /** Whether {@code host} goes into service. */
    CompletableFuture<Boolean> admits(Host host) {
        return hook.admits(host);
    }

    /** The fleet of each launched host as it was at launch, by host id. */
    public Map<String, FleetModel> launched() {
        return Map.copyOf(launched);
    }

    /** The same of {@code host}. */
    public Optional<FleetModel> launched(String host) {
        return Optional.ofNullable(launched.get(host));
    }

    /** The last line that a host of {@code fleet} printed. */
    String lastWords(String fleet) {
        return machines.lastWords(launched.entrySet().stream()
                .filter(host -> host.getValue().id().equals(fleet))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Where a new fleet's hosts go. */
    ZonePlacement placement() {
        return new ZonePlacement(lostZones::contains);
    }

    /** Scales a fleet by {@code tracking} from now on. */
    public void track(TrackingModel tracking) {
        scalers.put(tracking.id(), new TargetTracking(tracking, balancer, timers, workload));
    }

    /** Removes scaling policy {@code id}. */
    public void untrack(String id) {
        scalers.remove(id);
    }

    /** EC2 loses {@code count} hosts of the fleets with {@code label}, the oldest first. */
    public void lose(String label, int count) {
        called(label).stream()
                .flatMap(fleet -> fleet.staying().stream())
                .limit(count)
                .forEach(this::lose);
    }

    /** Loses every host in availability zone {@code zone}, and launches none there from now on. */
    public void loseZone(int zone) {
        lostZones.add(zone);
        every(LocalAutoScalingGroup.class)
                .flatMap(fleet -> fleet.staying().stream())
                .filter(host -> host.zone() == zone)
                .forEach(this::lose);
    }

    /** Loses {@code host} and the other colour's process on it. */
    private void lose(Host host) {
        List<Host> twins = every(SharedHostGroup.class)
                .flatMap(shared -> shared.twin(host).stream())
                .toList();
        upkeep.lose(host);
        twins.forEach(upkeep::lose);
    }

    private void checkLater() {
        timers.after(CHECK_INTERVAL).thenRun(() -> {
            if (!closed) {
                all().forEach(upkeep::check);
                scalers.values().forEach(this::scale);
                checkLater();
            }
        });
    }

    private void scale(TargetTracking scaler) {
        fleet(scaler.fleet()).ifPresent(scaler::scale);
    }

    /** Stops replacing and scaling. */
    @Override
    public void close() {
        closed = true;
    }
}
