package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.elb.Balancer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Auto Scaling on this machine: all fleets by logical id, host replacement and scaling policies. */
public final class LocalAutoScaling implements AutoCloseable {
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(15);

    private final Map<String, LocalAutoScalingGroup> fleets = new ConcurrentSkipListMap<>();
    private final Map<String, SharedHostGroup> servers = new ConcurrentSkipListMap<>();
    private final Map<String, TargetTracking> scalers = new ConcurrentHashMap<>();
    private final AvailabilityZones zones = new AvailabilityZones();
    private final Launcher launcher;
    private final Balancer balancer;
    private final Timescale timescale;
    private final double capacity;
    private final HostReplacement upkeep;
    private volatile LaunchHook hook = LaunchHook.NONE;
    private final Thread checks = new Thread(this::runChecks, "auto scaling");

    /** Without fleets; a host can answer {@code capacity} requests a second. */
    public LocalAutoScaling(Launcher launcher, Balancer balancer, Timescale timescale, double capacity) {
        this.launcher = launcher;
        this.balancer = balancer;
        this.timescale = timescale;
        this.capacity = capacity;
        this.upkeep = new HostReplacement(balancer, timescale);
        checks.setDaemon(true);
        checks.start();
    }

    /** Uses {@code replacement} for each host launched from now on. */
    public void hook(LaunchHook replacement) {
        hook = replacement;
    }

    /** The fleets that exist, those being deleted included. */
    public Collection<LocalAutoScalingGroup> all() {
        return fleets.values();
    }

    /** Fleet {@code id}, if it exists. */
    public Optional<LocalAutoScalingGroup> fleet(String id) {
        return Optional.ofNullable(fleets.get(id));
    }

    /** The fleets with {@code label}. */
    public List<LocalAutoScalingGroup> called(String label) {
        return fleets.values().stream()
                .filter(fleet -> fleet.model().label().equals(label))
                .toList();
    }

    /** Launches a new fleet; returns at once, as CloudFormation does without a creation policy. */
    public void create(FleetModel model) {
        if (model.sharesHosts()) {
            servers.put(model.id(), new SharedHostGroup(model, this, timescale));
            return;
        }
        fleets.put(model.id(), new LocalAutoScalingGroup(model, launcher, balancer, timescale, zones, () -> hook));
    }

    /**
     * Updates a fleet; waits only if an update policy replaces hosts.
     *
     * @throws RefreshFailure if its hosts could not be replaced
     */
    public void update(FleetModel model, RefreshWatch watch) throws InterruptedException {
        if (model.sharesHosts()) {
            servers.get(model.id()).update(model);
            return;
        }
        fleets.get(model.id()).update(model, watch);
    }

    /** Drains and terminates a fleet's hosts, then removes it. */
    public void delete(String id) throws InterruptedException {
        SharedHostGroup shared = servers.remove(id);
        if (shared != null) {
            shared.endAll();
            return;
        }
        fleets.get(id).endAll();
        fleets.remove(id);
    }

    /** Auto Scaling group {@code id}, if both colours share its hosts. */
    public Optional<SharedHostGroup> servers(String id) {
        return Optional.ofNullable(servers.get(id));
    }

    /** Scales a fleet by {@code tracking} from now on. */
    public void track(TrackingModel tracking) {
        scalers.put(tracking.id(), new TargetTracking(tracking, balancer, timescale, capacity));
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
        zones.lose(zone);
        fleets.values().stream()
                .flatMap(fleet -> fleet.staying().stream())
                .filter(host -> host.zone() == zone)
                .forEach(this::lose);
    }

    /** Loses {@code host} and the other colour's process on it. */
    private void lose(Host host) {
        List<Host> twins = servers.values().stream()
                .flatMap(shared -> shared.twin(host).stream())
                .toList();
        upkeep.lose(host);
        twins.forEach(upkeep::lose);
    }

    private void runChecks() {
        try {
            while (true) {
                timescale.sleep(CHECK_INTERVAL);
                fleets.values().forEach(upkeep::check);
                scalers.values().forEach(this::scale);
            }
        } catch (InterruptedException closed) {
            return;
        }
    }

    private void scale(TargetTracking scaler) {
        fleet(scaler.fleet()).ifPresent(scaler::scale);
    }

    /** Stops replacing and scaling. */
    @Override
    public void close() {
        checks.interrupt();
    }
}
