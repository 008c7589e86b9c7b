package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.RealTimers;
import io.teal.rehearsal.Timers;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.VirtualTimers;
import io.teal.rehearsal.aws.elb.ActionModel;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.HealthCheck;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.ModelledNetwork;
import io.teal.rehearsal.aws.elb.Propagation;
import io.teal.rehearsal.aws.elb.StatusMatcher;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.process.ChildProcesses;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Fleets behind one balancer, with target group G behind listener L, on one of the two clocks. */
public final class World implements AutoCloseable {
    /** Hosts of this version are never healthy. */
    public static final String NEVER_HEALTHY = "never-healthy";

    /** Hosts of this version boot for longer than anything here waits. */
    static final String NEVER_LISTENS = "never-listens";

    static final Duration DRAIN = Duration.ofSeconds(10);
    private static final HealthCheck CHECK = new HealthCheck(
            "/health",
            new StatusMatcher("200"),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            new HealthCheck.Thresholds(2, 2));
    private static final Map<String, List<HostFault>> FAULTS = Map.of(
            NEVER_HEALTHY, HostFault.parse("NEVER_HEALTHY"),
            NEVER_LISTENS, HostFault.parse("BOOTS_IN:1000000"));
    private static final Workload WORKLOAD = new Workload(1000, 1000);
    private static final Duration LOOK = Duration.ofSeconds(1);

    public final Timers timers;
    public final Balancer balancer;
    public final LocalAutoScaling fleets;
    final Zones zones;
    private final Runnable end;

    private World(Timers timers, Balancer balancer, Machines machines, Runnable end) {
        this.timers = timers;
        this.balancer = balancer;
        this.zones = new Zones(machines);
        this.fleets = new LocalAutoScaling(zones, balancer, timers, WORKLOAD);
        this.end = end;
        forward("G");
    }

    /** Forwards to these target groups. */
    public void forward(String... groups) {
        List<ActionModel.Share> shares =
                Stream.of(groups).map(group -> new ActionModel.Share(group, 1)).toList();
        shares.forEach(share -> balancer.putGroup(new TargetGroupModel(share.group(), CHECK, DRAIN)));
        balancer.putListener(new ListenerModel("L", 80, new ActionModel.Forward(shares)));
    }

    /** Real processes and HTTP, a hundred times faster. */
    static World real() {
        return real(new Timescale(100));
    }

    /** Real processes and HTTP. */
    public static World real(Timescale timescale) {
        ChildProcesses processes = new ChildProcesses();
        Launcher launcher = new Launcher(processes, Optional.empty(), FAULTS);
        Balancer balancer = new Balancer(timescale, 1, Propagation.AT_ONCE);
        return new World(new RealTimers(timescale), balancer, launcher, processes::close);
    }

    /** Modelled hosts on the virtual clock. */
    public static World virtual() {
        VirtualTimers timers = new VirtualTimers();
        ModelledNetwork network = new ModelledNetwork(timers);
        Balancer balancer = network.balancer(1, Propagation.AT_ONCE);
        return new World(timers, balancer, new ModelledMachines(network, timers, 1, FAULTS), () -> {});
    }

    public void await(BooleanSupplier holds) {
        timers.await(timers.until(holds, LOOK));
    }

    void update(FleetModel model, RefreshWatch watch) {
        timers.await(fleets.startUpdate(model, watch));
    }

    public void pass(Duration time) {
        timers.await(timers.after(time));
    }

    @Override
    public void close() {
        fleets.close();
        balancer.close();
        end.run();
    }
}
