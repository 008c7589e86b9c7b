package io.teal.rehearsal.run;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.VirtualTimers;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.Machines;
import io.teal.rehearsal.aws.autoscaling.ModelledMachines;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.ModelledNetwork;
import io.teal.rehearsal.aws.lambda.LocalFunctions;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.load.Load;
import io.teal.rehearsal.load.ModelledLoad;
import io.teal.rehearsal.load.ServerLedgers;
import io.teal.rehearsal.report.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The virtual clock: hosts and requests are modelled. One seed gives one course, on any machine. */
final class ModelledWorld implements World {
    private final VirtualTimers timers;
    private final ModelledNetwork network;
    private final RehearsalSettings settings;
    private final LocalFunctions.UserAnswers functions;
    private final Balancer balancer;
    private final ModelledMachines machines;

    ModelledWorld(RehearsalSettings settings) {
        this(settings, LocalFunctions.UserAnswers.CONTENT);
    }

    /** One in which the user's functions answer as {@code functions} do. */
    ModelledWorld(RehearsalSettings settings, LocalFunctions.UserAnswers functions) {
        this.settings = settings;
        this.timers = new VirtualTimers(settings.timescale());
        this.network = new ModelledNetwork(timers);
        this.functions = functions;
        this.balancer = network.balancer(settings.seed(), World.propagation(settings.conditions()));
        this.machines = new ModelledMachines(
                network, timers, settings.seed(), settings.conditions().hostFaults());
        settings.bundles().ifPresent(bundles -> machines.bootBare());
    }

    @Override
    public Timers timers() {
        return timers;
    }

    @Override
    public Balancer balancer() {
        return balancer;
    }

    @Override
    public Machines machines() {
        return machines;
    }

    /** The version that was started last on each host that has served anything, a word for each host, sorted. */
    List<String> versionsThatServed() {
        return machines.versionsThatServed();
    }

    @Override
    public LocalFunctions.UserAnswers functions() {
        return functions;
    }

    @Override
    public Load load(String listener) {
        return new ModelledLoad(
                timers,
                balancer.ports(listener).stream().map(port -> () -> network.connect(port, listener)),
                settings.path(),
                settings.rate(),
                settings.conditions().longRequest());
    }

    @Override
    public Optional<PreviewClient> preview(LocalAutoScaling fleets, String listener) {
        int port = balancer.ports(listener).get(0);
        return Optional.of(new PreviewClient(this, fleets, listener, () -> network.connect(port, listener)));
    }

    @Override
    public ServerLedgers ledgers() {
        return new ServerLedgers(machines.served());
    }

    @Override
    public Report.Effort effort(List<Exchange> exchanges) {
        return Report.Effort.NONE;
    }

    /** Boots take as long as the model says, however busy the machine is. */
    @Override
    public Duration slowestBoot() {
        return Duration.ZERO;
    }

    @Override
    public void close() {
        balancer.close();
    }
}
