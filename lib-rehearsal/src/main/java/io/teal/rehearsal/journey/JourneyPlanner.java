package io.teal.rehearsal.journey;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.template.TemplateReader;
import io.teal.release.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a journey of a source: reads every template, and refuses what cannot be rehearsed, before anything starts. */
public final class JourneyPlanner {
    private final TemplateReader reader;
    private final Optional<String> listener;
    private final ChildProcesses processes;
    private final ProgressLine progress;

    /**
     * A planner.
     *
     * @param parameters values for the templates' parameters
     * @param listener the port or logical id of the production listener, if it is not obvious
     * @param processes holds the app while it runs
     * @param progress shows the progress
     */
    public JourneyPlanner(
            Map<String, String> parameters,
            Optional<String> listener,
            ChildProcesses processes,
            ProgressLine progress) {
        this.reader = new TemplateReader(parameters);
        this.listener = listener;
        this.processes = processes;
        this.progress = progress;
    }

    /** The journey through {@code source}. */
    public JourneyPlan plan(Source source) throws IOException, InterruptedException {
        return source.planBy(this);
    }

    JourneyPlan plan(Source.TemplateFiles templates) {
        StackStates stacks = new StackStates(reader);
        List<RehearsedRelease> releases = labelled(stacks.releases(templates.releases()));
        requireNames(releases);
        String title = templates.releases().size() + " templates";
        return new JourneyPlan(Journey.of(title, releases, production(releases), templates.waits()), List.of());
    }

    JourneyPlan plan(Source.App app) throws IOException, InterruptedException {
        List<Source.FlagSet> sets = new ArrayList<>();
        sets.add(app.releases().isEmpty() ? FlagSets.first() : app.releases().get(0));
        StackStates stacks = new StackStates(reader);
        List<RehearsedRelease> releases = new ArrayList<>(releases(app, sets.get(0), stacks));
        sets.addAll(rest(app, releases.get(0)));
        for (Source.FlagSet set : sets.subList(1, sets.size())) {
            releases.addAll(releases(app, set, stacks));
        }
        requireNames(releases);
        List<RehearsedRelease> told = labelled(releases);
        ListenerModel production = production(told);
        SplitReleases.require(told, production);
        List<Source.FlagSet> scoped =
                sets.stream().map(set -> set.of(app.service())).toList();
        return new JourneyPlan(Journey.of(stacks.title(), told, production, true), scoped);
    }

    private static List<Source.FlagSet> rest(Source.App app, RehearsedRelease first) {
        if (!app.releases().isEmpty()) {
            return app.releases().subList(1, app.releases().size());
        }
        return first.model().movesItsTraffic() ? FlagSets.byTheTemplate() : FlagSets.byTheOperator();
    }

    /** One release for each stack that the flags change; what somebody does before is done before the first. */
    private List<RehearsedRelease> releases(Source.App app, Source.FlagSet set, StackStates stacks)
            throws IOException, InterruptedException {
        Synth synth = new Synth(CdkApp.find(app.folder()), processes);
        progress.begin("synth: " + set.name(), synth::said);
        CloudAssembly assembly =
                CloudAssembly.read(synth.run(set.of(app.service()).flags()));
        List<RehearsedRelease> releases = new ArrayList<>(stacks.releases(set.name(), assembly.stacks(app.stacks())));
        int last = releases.size() - 1;
        StackModel whole = releases.get(last).model();
        releases.set(last, new RehearsedRelease(releases.get(last).name(), whole, set.trouble(), Optional.empty()));
        RehearsedRelease first = releases.get(0);
        Optional<Leg.Happens> byHand = set.handedTo().map(JourneyPlanner::byHand);
        releases.set(0, new RehearsedRelease(first.name(), first.model(), first.trouble(), byHand));
        return releases;
    }

    private static Leg.Happens byHand(Color to) {
        return new Leg.Happens("all traffic to " + to + ", by hand", service -> service.giveAllWeight(to.toString()));
    }

    /** The same releases, with versions that tell them apart. */
    private static List<RehearsedRelease> labelled(List<RehearsedRelease> releases) {
        Set<String> untold = VersionTags.untold(
                releases.stream().map(release -> release.model().template()).toList());
        if (untold.isEmpty()) {
            return releases;
        }
        return releases.stream()
                .map(release ->
                        release.with(StackReader.read(release.model().template().versionedByContent(untold))))
                .toList();
    }

    /** A parameter may be of one of the templates only. */
    private void requireNames(List<RehearsedRelease> releases) {
        ParameterSets.require(
                reader.parameters(),
                releases.stream()
                        .map(release -> release.model().template().parameters())
                        .toList());
    }

    private ListenerModel production(List<RehearsedRelease> releases) {
        return ProductionListener.of(releases.get(0).model(), listener);
    }
}
