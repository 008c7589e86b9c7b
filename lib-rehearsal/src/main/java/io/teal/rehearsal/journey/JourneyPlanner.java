package io.teal.rehearsal.journey;

import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.template.TemplateReader;
import io.teal.release.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<RehearsedRelease> releases = new ArrayList<>();
        for (Path file : templates.files()) {
            releases.add(release(file.toString(), file, file.toString()));
        }
        String title = templates.files().size() + " templates";
        return new JourneyPlan(Journey.of(title, releases, production(releases), templates.waits()), List.of());
    }

    JourneyPlan plan(Source.App app) throws IOException, InterruptedException {
        List<Source.FlagSet> sets = new ArrayList<>();
        List<RehearsedRelease> releases = new ArrayList<>();
        sets.add(app.releases().isEmpty() ? FlagSets.first() : app.releases().get(0));
        Named first = release(app, sets.get(0));
        sets.addAll(rest(app, first.release()));
        releases.add(first.release());
        for (Source.FlagSet set : sets.subList(1, sets.size())) {
            releases.add(release(app, set).release());
        }
        ListenerModel production = production(releases);
        SplitReleases.require(releases, production);
        List<Source.FlagSet> scoped =
                sets.stream().map(set -> set.of(app.service())).toList();
        return new JourneyPlan(Journey.of(first.stack(), releases, production, true), scoped);
    }

    private static List<Source.FlagSet> rest(Source.App app, RehearsedRelease first) {
        if (!app.releases().isEmpty()) {
            return app.releases().subList(1, app.releases().size());
        }
        return first.model().movesItsTraffic() ? FlagSets.byTheTemplate() : FlagSets.byTheOperator();
    }

    private Named release(Source.App app, Source.FlagSet set) throws IOException, InterruptedException {
        progress.begin("synth: " + set.name(), () -> "");
        Synth synth = new Synth(CdkApp.find(app.folder()), processes);
        Map.Entry<String, Path> found =
                CloudAssembly.read(synth.run(set.of(app.service()).flags())).stack(app.stack());
        RehearsedRelease read = release(set.name(), found.getValue(), found.getKey());
        Optional<Leg.Happens> byHand = set.handedTo().map(JourneyPlanner::byHand);
        return new Named(found.getKey(), new RehearsedRelease(set.name(), read.model(), set.trouble(), byHand));
    }

    /** A release, and the stack it is of. */
    private record Named(String stack, RehearsedRelease release) {}

    private static Leg.Happens byHand(Color to) {
        return new Leg.Happens("all traffic to " + to + ", by hand", service -> service.giveAllWeight(to.toString()));
    }

    private ListenerModel production(List<RehearsedRelease> releases) {
        return ProductionListener.of(releases.get(0).model(), listener);
    }

    private RehearsedRelease release(String name, Path file, String template) {
        return new RehearsedRelease(name, StackReader.read(reader.read(file, template)));
    }
}
