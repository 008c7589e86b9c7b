package io.teal.rehearsal.run;

import io.teal.rehearsal.RealTimers;
import io.teal.rehearsal.aws.autoscaling.Launcher;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScalingGroup;
import io.teal.rehearsal.aws.cloudformation.StackStandIn;
import io.teal.rehearsal.aws.codedeploy.LocalCodeDeploy;
import io.teal.rehearsal.aws.codedeploy.RevisionFolders;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.Propagation;
import io.teal.rehearsal.demo.DemoService;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.LegEnd;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.load.Load;
import io.teal.rehearsal.load.ServerLedgers;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.RunFacts;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One journey, rehearsed: a stack, its fleets and their balancer, under load. */
public final class Rehearsal {
    private final Journey journey;
    private final RehearsalSettings settings;
    private final ChildProcesses processes;
    private final ProgressLine progress;
    private final Timeline timeline = new Timeline();
    private final Balancer balancer;
    private final LocalAutoScaling fleets;
    private final StackStandIn stack;
    private final LegOperator operator;
    private Optional<Load> load = Optional.empty();
    private final Instant begun = Instant.now();
    private Efforts efforts = new Efforts();
    private LegEnd last = LegEnd.AS_PLANNED;
    private int asPlanned;

    private Rehearsal(Journey journey, RehearsalSettings settings, ChildProcesses processes, ProgressLine progress) {
        this.journey = journey;
        this.settings = settings;
        this.processes = processes;
        this.progress = progress;
        this.balancer = new Balancer(settings.timescale(), settings.seed(), propagation(settings.conditions()));
        Launcher launcher = new Launcher(
                processes, command(settings, processes), settings.conditions().hostFaults());
        RealTimers timers = new RealTimers(settings.timescale());
        this.fleets = new LocalAutoScaling(launcher, balancer, timers, capacity(settings));
        this.stack = new StackStandIn(balancer, fleets, timers, settings.seed(), timeline::add, timeline::say);
        Incidents incidents = new Incidents(
                balancer,
                fleets,
                stack,
                settings.timescale(),
                journey.production().id());
        this.operator = new LegOperator(stack, fleets, incidents, settings, progress);
        settings.bundles().map(RevisionFolders::new).ifPresent(bundles -> stack.installs(bundles, processes.folder()));
    }

    /** The command of a host; where CodeDeploy installs the versions, it boots without a service. */
    private static Optional<String> command(RehearsalSettings settings, ChildProcesses processes) {
        boolean faulty = settings.conditions().concernsHosts();
        return settings.bundles()
                .map(bundles -> LocalCodeDeploy.machine(processes.folder()))
                .or(() -> settings.command().map(own -> faulty ? DemoService.before(own, Launcher.demo()) : own));
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
        go(journey.legs().subList(0, Timeline.LEGS_WITHOUT_LOAD));
        if (last.stop().isEmpty()) {
            beginLoad();
            go(journey.legs().subList(Timeline.LEGS_WITHOUT_LOAD, journey.legs().size()));
        }
        while (last.stop().isEmpty() && load.orElseThrow().lacks(settings.requests())) {
            go(journey.again());
        }
        if (!last.stop().isEmpty() && load.isPresent()) {
            carryOut(new Leg.Unchanged("after", Journey.AFTER));
        }
        List<Exchange> exchanges = endLoad();
        timeline.extend(Instant.now());
        ServerLedgers servers = ServerLedgers.read(processes.folder());
        stack.destroy();
        return new Reporter(journey, settings, timeline, fleets.launched())
                .report(exchanges, servers, efforts.of(exchanges), facts());
    }

    private RunFacts facts() {
        List<String> staged = Stream.concat(
                        settings.conditions().staged(),
                        journey.legs().stream().limit(asPlanned).flatMap(leg -> leg.staged().stream()))
                .toList();
        String stop = last.measured() ? last.stop() : "";
        String broken = last.measured() ? "" : last.stop();
        if (load.filter(Load::died).isPresent()) {
            broken = "the load generator ended early; lower --rate";
        }
        return new RunFacts(begun.truncatedTo(ChronoUnit.SECONDS).toString(), Packaged.version(), staged, stop, broken);
    }

    /** All exchanges; none if the run stopped before there was load. */
    private List<Exchange> endLoad() throws InterruptedException {
        if (load.isEmpty()) {
            return List.of();
        }
        efforts.measure(load.get());
        return load.get().stop();
    }

    private void beginLoad() throws IOException {
        efforts = new Efforts();
        load = Optional.of(Load.start(
                processes,
                balancer.ports(journey.production().id()),
                settings.path(),
                settings.rate(),
                settings.conditions().longRequest()));
    }

    private void go(List<Leg> legs) throws InterruptedException {
        for (Leg leg : legs) {
            if (last.stop().isEmpty()) {
                carryOut(leg);
            }
        }
    }

    private void carryOut(Leg leg) throws InterruptedException {
        progress.begin(leg.name(), this::status);
        Map<String, Timeline.FleetState> states = states();
        LegEnd end = leg.carriedOutBy(operator);
        if (!end.stop().isEmpty()) {
            last = end;
        } else if (last.stop().isEmpty()) {
            asPlanned++;
        }
        states.replaceAll((id, state) -> state.ended());
        states.putAll(states());
        timeline.end(leg.name(), Instant.now(), states.values(), end.back());
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
