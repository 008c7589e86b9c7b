package io.teal.rehearsal.run;

import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.ProductionListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Deploys of the default app as legs, and the run of them under load. */
final class Deploys {
    static final String ONE = "activeColor=blue blueVersion=1.0.0";
    static final String STARTED = ONE + " greenVersion=2.0.0";
    static final String RELEASED = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";

    private final Path folder;
    private final long seed;

    /** Templates are written below {@code folder}. */
    Deploys(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    Leg.Deploy deploy(String name, String flags) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.empty());
    }

    Leg.Deploy deploy(String name, String flags, UnaryOperator<String> edit) throws IOException {
        return new Leg.Deploy(name, TemplatesOfTheApp.model(flags, folder, edit), Optional.empty());
    }

    Leg.Deploy troubled(String name, String flags, Trouble trouble) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.of(trouble));
    }

    Leg.Deploy goesBack(String name, String flags, String reason) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.empty(), Optional.of(reason));
    }

    private StackModel model(String flags) throws IOException {
        return TemplatesOfTheApp.model(flags, folder, text -> text);
    }

    /** With {@code fault} in the hosts of 2.0.0. */
    RehearsalSettings settings(String fault, int rate, double speed) {
        RehearsalSettings usual = new RehearsalSettings(rate, new Timescale(speed), seed, Optional.empty(), "/");
        return fault.isEmpty() ? usual : usual.with(UnusualConditions.fault("2.0.0", HostFault.parse(fault)));
    }

    Outcome run(Leg... legs) throws IOException, InterruptedException {
        return run(settings("", 200, 200), legs);
    }

    /** After the first deploy there is load. */
    Outcome run(RehearsalSettings settings, Leg... legs) throws IOException, InterruptedException {
        return ExampleRun.rehearse(journey(legs), settings);
    }

    /** The same, also if the run was stopped. */
    Outcome measured(RehearsalSettings settings, Leg... legs) throws IOException, InterruptedException {
        return ExampleRun.measured(journey(legs), settings);
    }

    private Journey journey(Leg... legs) throws IOException {
        List<Leg> all = new ArrayList<>(List.of(legs));
        all.add(1, new Leg.AwaitHealth("wait for health"));
        all.add(new Leg.Unchanged("after", Duration.ofMinutes(1)));
        return new Journey("web", ProductionListener.of(model(ONE), Optional.empty()), all);
    }
}
