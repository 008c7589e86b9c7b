package io.teal.rehearsal.run;

import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.RealTimers;
import io.teal.rehearsal.aws.autoscaling.Launcher;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScalingGroup;
import io.teal.rehearsal.aws.cloudformation.StackStandIn;
import io.teal.rehearsal.aws.codedeploy.LocalCodeDeploy;
import io.teal.rehearsal.aws.codedeploy.RevisionFolders;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.Propagation;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.load.Load;
import io.teal.rehearsal.load.ServerLedgers;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One journey, rehearsed: a stack, its fleets and their balancer, under load. */
public final class Rehearsal {
    private final Journey journey;
    private final RehearsalSettings settings;
    private final ChildProcesses processes;
    private final ProgressLine progress;
    private final Timeline timeline = new Timeline();
    private final Balancer balancer;
    private final Launcher launcher;
    private final LocalAutoScaling fleets;
    private final StackStandIn stack;
    private final LegOperator operator;
    private Optional<Load> load = Optional.empty();
    private Optional<Efforts> efforts = Optional.empty();

    private Rehearsal(Journey journey, RehearsalSettings settings, ChildProcesses processes, ProgressLine progress) {
        this.journey = journey;
        this.settings = settings;
        this.processes = processes;
        this.progress = progress;
        this.balancer = new Balancer(settings.timescale(), settings.seed(), propagation(settings.conditions()));
        this.launcher = new Launcher(
                processes, command(settings, processes), settings.conditions().hostFaults());
        this.fleets =
                new LocalAutoScaling(launcher, balancer, new RealTimers(settings.timescale()), capacity(settings));
        this.stack = new StackStandIn(
                balancer, fleets, new RealTimers(settings.timescale()), settings.seed(), timeline::add, timeline::say);
        Incidents incidents = new Incidents(
                balancer,
                fleets,
                stack,
                settings.timescale(),
                journey.production().id());
        this.operator = new LegOperator(stack, fleets, incidents, settings.timescale(), progress);
        settings.bundles().map(RevisionFolders::new).ifPresent(bundles -> stack.installs(bundles, processes.folder()));
    }

    /** The command of a host; where CodeDeploy installs the versions, it boots without a service. */
    private static Optional<String> command(RehearsalSettings settings, ChildProcesses processes) {
        return settings.bundles()
                .map(bundles -> LocalCodeDeploy.machine(processes.folder()))
                .or(settings::command);
    }

    /** Requests a second that a host can answer. */
    private static double capacity(RehearsalSettings settings) {
        return settings.rate() / (2 * settings.conditions().cpuOfTwo() / 100);
    }

    private static Propagation propagation(UnusualConditions conditions) {
        Propagation usual = Propagation.USUAL;
        return new Propagation(usual.nodes(), usual.latest(), conditions.lateNode());
    }

    /**
     * Rehearses {@code journey}.
     *
     * @param processes holds every process of the run; the caller ends it
     * @param progress shows the progress
     * @throws InvalidRunException if the run comes to no result
     */
    public static Report run(
            Journey journey, RehearsalSettings settings, ChildProcesses processes, ProgressLine progress)
            throws IOException, InterruptedException {
        RequiredRevisions.require(journey, settings.bundles().map(RevisionFolders::new));
        Rehearsal rehearsal = new Rehearsal(journey, settings, processes, progress);
        Samples samples =
                new Samples(rehearsal.timeline, () -> rehearsal.states().values());
        try {
            return rehearsal.run();
        } finally {
            samples.close();
            rehearsal.fleets.close();
            rehearsal.balancer.close();
        }
    }

    private Report run() throws IOException, InterruptedException {
        for (int i = 0; i < journey.legs().size(); i++) {
            if (i == Timeline.LEGS_WITHOUT_LOAD) {
                beginLoad();
            }
            go(journey.legs().get(i));
        }
        while (load.orElseThrow().sent() < settings.requests()) {
            for (Leg leg : journey.again()) {
                go(leg);
            }
        }
        efforts.orElseThrow().measure(load.orElseThrow());
        List<Exchange> exchanges = load.orElseThrow().stop();
        timeline.extend(Instant.now());
        ServerLedgers servers = ServerLedgers.read(processes.folder());
        stack.destroy();
        return new Reporter(journey, settings, timeline, fleets.launched())
                .report(exchanges, servers, efforts.orElseThrow().of(exchanges));
    }

    private void beginLoad() throws IOException {
        efforts = Optional.of(new Efforts());
        load = Optional.of(Load.start(
                processes,
                balancer.ports(journey.production().id()),
                settings.path(),
                settings.rate(),
                settings.conditions().longRequest()));
    }

    private void go(Leg leg) throws InterruptedException {
        progress.begin(leg.name(), this::status);
        Map<String, Timeline.FleetState> states = states();
        Optional<String> back = leg.carriedOutBy(operator);
        states.replaceAll((id, state) -> state.ended());
        states.putAll(states());
        timeline.end(leg.name(), Instant.now(), states.values(), back.orElse(""));
    }

    private Map<String, Timeline.FleetState> states() {
        Map<String, Integer> weights = balancer.weights(journey.production().id());
        Map<String, Timeline.FleetState> states = new TreeMap<>();
        for (LocalAutoScalingGroup fleet : fleets.all()) {
            int weight = fleet.model().groups().stream()
                    .mapToInt(group -> weights.getOrDefault(group, 0))
                    .sum();
            states.put(
                    fleet.model().id(),
                    new Timeline.FleetState(
                            fleet.model().id(),
                            name(fleet),
                            fleet.model().release().version(),
                            weight,
                            fleet.healthy(),
                            fleet.desired()));
        }
        return states;
    }

    /** Its label, or its logical id where several fleets have one label. */
    private String name(LocalAutoScalingGroup fleet) {
        String label = fleet.model().label();
        long same = fleets.all().stream()
                .filter(other -> other.model().label().equals(label))
                .count();
        return same > 1 ? fleet.model().id() : label;
    }

    private String status() {
        StringBuilder text = new StringBuilder();
        for (Timeline.FleetState fleet : states().values()) {
            text.append(String.format(
                    Locale.ROOT, "%s %d%% %d/%d  ", fleet.name(), fleet.weight(), fleet.healthy(), fleet.desired()));
        }
        load.ifPresent(running -> text.append(running.status()));
        return text.toString();
    }
}
