package io.teal.rehearsal.run;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScalingGroup;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackStandIn;
import io.teal.rehearsal.aws.codedeploy.RevisionFolders;
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
import java.time.Duration;
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
    /** Boots are real: in the template's time a longer one can look like a bad version. */
    private static final Duration LONGEST_BOOT = Duration.ofSeconds(90);

    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(1);

    private final Journey journey;
    private final RehearsalSettings settings;
    private final World world;
    private final ProgressLine progress;
    private final Timeline timeline;
    private final LocalAutoScaling fleets;
    private final StackStandIn stack;
    private final LegOperator operator;
    private final Instant begun;
    private Optional<Load> load = Optional.empty();
    private Optional<PreviewClient> preview = Optional.empty();
    private LegEnd last = LegEnd.AS_PLANNED;
    private int asPlanned;

    private Rehearsal(Journey journey, RehearsalSettings settings, World world, ProgressLine progress) {
        this.journey = journey;
        this.settings = settings;
        this.world = world;
        this.progress = progress;
        Timers timers = world.timers();
        this.begun = timers.instant();
        this.timeline = new Timeline(timers);
        this.fleets = new LocalAutoScaling(world.machines(), world.balancer(), timers, settings.workload());
        this.stack = new StackStandIn(world.balancer(), fleets, timers, settings.play(), timeline::add, timeline::say);
        stack.functions().answer(world.functions());
        stack.person().replies(settings.programs().person());
        Incidents incidents = new Incidents(
                world.balancer(), fleets, stack, timers, journey.production().id());
        this.operator = new LegOperator(timers, stack, fleets, incidents, settings, progress);
    }

    /**
     * Rehearses {@code journey} with real processes and real HTTP.
     *
     * @param processes holds every process of the run; the caller ends it
     * @param progress shows the progress
     */
    public static Report run(
            Journey journey, RehearsalSettings settings, ChildProcesses processes, ProgressLine progress)
            throws IOException, InterruptedException {
        DemoHealth.require(journey, settings);
        RequiredRevisions.require(journey, settings.bundles().map(RevisionFolders::new));
        RehearsalSettings asking = settings.asking(journey.example());
        Rehearsal rehearsal = new Rehearsal(journey, asking, new RealWorld(asking, processes), progress);
        settings.bundles()
                .map(RevisionFolders::new)
                .ifPresent(bundles -> rehearsal.stack.installs(bundles, processes.folder()));
        return rehearsal.sampled();
    }

    /** Rehearses {@code journey} on the virtual clock, with modelled hosts and requests; one seed gives one report. */
    public static Report modelled(Journey journey, RehearsalSettings settings, ProgressLine progress)
            throws IOException, InterruptedException {
        RequiredRevisions.requireNone(journey);
        RehearsalSettings asking = settings.onVirtualClock().asking(journey.example());
        return modelled(journey, asking, new ModelledWorld(asking), progress);
    }

    /** The same in {@code world}; what CodeDeploy installs is modelled, too. */
    static Report modelled(Journey journey, RehearsalSettings settings, ModelledWorld world, ProgressLine progress)
            throws IOException, InterruptedException {
        DemoHealth.require(journey, settings);
        RequiredRevisions.require(journey, settings.bundles().map(RevisionFolders::new));
        Rehearsal rehearsal = new Rehearsal(journey, settings, world, progress);
        settings.bundles().map(RevisionFolders::new).ifPresent(rehearsal.stack::models);
        return rehearsal.sampled();
    }

    private Report sampled() throws IOException, InterruptedException {
        Samples samples = new Samples(timeline, world.timers(), () -> states().values());
        try {
            return run();
        } finally {
            samples.close();
            fleets.close();
            world.close();
        }
    }

    private Report run() throws IOException, InterruptedException {
        go(journey.legs().subList(0, Timeline.LEGS_WITHOUT_LOAD));
        if (last.stop().isEmpty()) {
            load = Optional.of(world.load(journey.production().id()));
            preview = world.preview(fleets, journey.production().id());
            go(journey.legs().subList(Timeline.LEGS_WITHOUT_LOAD, journey.legs().size()));
        }
        while (last.stop().isEmpty() && load.orElseThrow().lacks(settings.requests())) {
            go(journey.again());
        }
        if (!last.stop().isEmpty() && load.isPresent()) {
            carryOut(new Leg.Unchanged("after", Journey.AFTER));
        }
        List<Exchange> exchanges = endLoad();
        Report.Effort effort = world.effort(exchanges);
        timeline.extend(world.timers().instant());
        ServerLedgers servers = world.ledgers();
        last = last.stop().isEmpty() ? operator.destroy() : last;
        return new Reporter(journey, settings, timeline, fleets.launched()).report(exchanges, servers, effort, facts());
    }

    private RunFacts facts() {
        List<String> staged = Stream.concat(
                        settings.conditions().staged(),
                        journey.legs().stream().limit(asPlanned).flatMap(leg -> leg.staged().stream()))
                .toList();
        String broken = broken();
        String stop = broken.isEmpty() ? last.stop() : "";
        List<StackModel> deployed = journey.legs().stream()
                .flatMap(leg -> leg.deploys().stream())
                .filter(deploy -> deploy.back().isEmpty())
                .map(Leg.Deploy::model)
                .toList();
        String unserved = broken.isEmpty() && stop.isEmpty() ? Unserved.in(deployed, fleets.launched()) : "";
        return new RunFacts(
                begun.truncatedTo(ChronoUnit.SECONDS).toString(),
                Packaged.version(),
                settings.modelled(),
                staged,
                stop,
                broken,
                unserved,
                stop.isEmpty() ? List.of() : HostOutput.of(world.machines(), fleets.launched()),
                RunRemarks.of(deployed, journey, settings, timeline, stack, preview));
    }

    /** Why the rehearsal itself could not measure; empty if it could. */
    private String broken() {
        if (load.filter(Load::died).isPresent()) {
            return "the load generator ended early; lower --rate";
        }
        if (last.stop().isEmpty() || !last.measured()) {
            return last.stop();
        }
        Duration boot = world.slowestBoot();
        return boot.compareTo(settings.timescale().real(LONGEST_BOOT, SHORTEST_LIMIT)) > 0
                ? "a host without a fault took " + (boot.toDays() > 0 ? "too long" : boot.toMillis() + " ms")
                        + " to boot, and then: " + last.stop() + "; lower --speed or free the machine"
                : "";
    }

    /** All exchanges; none if the run stopped before there was load. */
    private List<Exchange> endLoad() throws InterruptedException {
        preview.ifPresent(PreviewClient::close);
        return load.isPresent() ? load.get().stop() : List.of();
    }

    private void go(List<Leg> legs) {
        for (Leg leg : legs) {
            if (last.stop().isEmpty()) {
                carryOut(leg);
            }
        }
    }

    private void carryOut(Leg leg) {
        progress.begin(leg.name(), leg instanceof Leg.AwaitHealth ? () -> HealthWait.of(fleets, world) : this::status);
        Map<String, Timeline.FleetState> states = states();
        LegEnd end = leg.carriedOutBy(operator);
        if (!end.stop().isEmpty()) {
            last = end;
        } else if (last.stop().isEmpty()) {
            asPlanned++;
        }
        states.replaceAll((id, state) -> state.ended());
        states.putAll(states());
        timeline.end(leg.name(), world.timers().instant(), states.values(), end.back());
    }

    private Map<String, Timeline.FleetState> states() {
        Map<String, Integer> weights = new TreeMap<>();
        for (String path : settings.path().split(",")) {
            world.balancer()
                    .weights(journey.production().id(), path)
                    .forEach((group, weight) -> weights.merge(group, weight, Math::max));
        }
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
                            fleet.desired(),
                            Math.max(fleet.desired(), fleet.hosts().size())));
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
