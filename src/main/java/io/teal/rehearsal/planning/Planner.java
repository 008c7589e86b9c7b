package io.teal.rehearsal.planning;

import io.teal.rehearsal.assembly.CdkApp;
import io.teal.rehearsal.assembly.CloudAssembly;
import io.teal.rehearsal.assembly.Synth;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Production;
import io.teal.rehearsal.journey.Release;
import io.teal.rehearsal.journey.SplitReleases;
import io.teal.rehearsal.model.ListenerModel;
import io.teal.rehearsal.process.Leash;
import io.teal.rehearsal.reading.StackReader;
import io.teal.rehearsal.report.Live;
import io.teal.rehearsal.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a journey of a source: reads every template, and refuses what cannot be rehearsed, before anything starts. */
public final class Planner {
    private final TemplateReader reader;
    private final Optional<String> listener;
    private final Leash leash;
    private final Live live;

    /**
     * A planner.
     *
     * @param parameters values for the templates' parameters
     * @param listener the port or logical id of the production listener, if it is not obvious
     * @param leash holds the app while it runs
     * @param live told what is done
     */
    public Planner(Map<String, String> parameters, Optional<String> listener, Leash leash, Live live) {
        this.reader = new TemplateReader(parameters);
        this.listener = listener;
        this.leash = leash;
        this.live = live;
    }

    /** The journey through {@code source}. */
    public Journey plan(Source source) throws IOException, InterruptedException {
        if (source instanceof Source.Templates templates) {
            List<Release> releases = new ArrayList<>();
            for (Path file : templates.files()) {
                releases.add(release(file.toString(), file, file.toString()));
            }
            return Journey.of(
                    templates.files().size() + " templates", releases, production(releases), templates.waits());
        }
        return plan((Source.App) source);
    }

    private Journey plan(Source.App app) throws IOException, InterruptedException {
        CdkApp cdk = CdkApp.find(app.folder());
        Synth synth = new Synth(cdk, leash);
        List<Release> releases = new ArrayList<>();
        String stack = "";
        for (Source.FlagSet set : app.releases()) {
            live.begin("synth: " + set.name(), () -> "");
            Map.Entry<String, Path> found =
                    CloudAssembly.read(synth.run(set.flags())).stack(app.stack());
            stack = found.getKey();
            releases.add(release(set.name(), found.getValue(), stack));
        }
        ListenerModel production = production(releases);
        SplitReleases.require(releases, production);
        return Journey.of(stack, releases, production, true);
    }

    private ListenerModel production(List<Release> releases) {
        return Production.of(releases.get(0).model(), listener);
    }

    private Release release(String name, Path file, String template) {
        return new Release(name, StackReader.read(reader.read(file, template)));
    }
}
