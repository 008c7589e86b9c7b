package io.teal.rehearsal.run;

import io.teal.rehearsal.RealTimers;
import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.autoscaling.Launcher;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.Machines;
import io.teal.rehearsal.aws.codedeploy.LocalCodeDeploy;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.lambda.LocalFunctions;
import io.teal.rehearsal.demo.DemoService;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.load.GeneratorProcess;
import io.teal.rehearsal.load.Load;
import io.teal.rehearsal.load.ServerLedgers;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The clock of this machine: hosts and the load are processes, and requests are HTTP. */
final class RealWorld implements World {
    private final RehearsalSettings settings;
    private final ChildProcesses processes;
    private final Timers timers;
    private final Balancer balancer;
    private final Launcher machines;
    private Optional<GeneratorProcess> load = Optional.empty();
    private Efforts efforts = new Efforts();

    RealWorld(RehearsalSettings settings, ChildProcesses processes) {
        this.settings = settings;
        this.processes = processes;
        this.timers = new RealTimers(settings.timescale());
        this.balancer = new Balancer(settings.timescale(), settings.seed(), World.propagation(settings.conditions()));
        this.machines = new Launcher(processes, command(), settings.conditions().hostFaults());
    }

    /** The command of a host; where CodeDeploy installs the versions, it boots without a service. */
    private Optional<String> command() {
        boolean faulty = settings.conditions().concernsHosts();
        return settings.bundles()
                .map(bundles -> LocalCodeDeploy.machine(
                        processes.folder(), settings.programs().sandboxed()))
                .or(() -> settings.command().map(own -> faulty ? DemoService.before(own, Launcher.demo()) : own));
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

    @Override
    public LocalFunctions.UserAnswers functions() {
        return new FunctionCommands(processes, settings.programs());
    }

    @Override
    public Load load(String listener) throws IOException {
        efforts = new Efforts();
        load = Optional.of(GeneratorProcess.start(
                processes,
                balancer.ports(listener),
                settings.path(),
                settings.rate(),
                settings.conditions().longRequest()));
        return load.get();
    }

    @Override
    public Optional<PreviewClient> preview(LocalAutoScaling fleets, String listener) {
        return Optional.empty();
    }

    @Override
    public ServerLedgers ledgers() throws IOException {
        return ServerLedgers.read(processes.folder());
    }

    @Override
    public Report.Effort effort(List<Exchange> exchanges) {
        return efforts.of(load.map(GeneratorProcess::cores).orElse(0.0), exchanges);
    }

    @Override
    public Duration slowestBoot() {
        return machines.slowestBoot();
    }

    @Override
    public void close() {
        balancer.close();
    }
}
