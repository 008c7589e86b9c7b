package io.teal.rehearsal.run;

import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.ProductionListener;
import java.io.IOException;
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

    private final long seed;

    /** Runs draw from {@code seed}. */
    Deploys(long seed) {
        this.seed = seed;
    }

    Leg.Deploy deploy(String name, String flags) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.empty());
    }

    Leg.Deploy deploy(String name, String flags, UnaryOperator<String> edit) throws IOException {
        return new Leg.Deploy(name, TemplatesOfTheApp.model(flags, edit), Optional.empty());
    }

    Leg.Deploy troubled(String name, String flags, Trouble trouble) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.of(trouble));
    }

    Leg.Deploy goesBack(String name, String flags, String reason) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.empty(), Optional.of(reason));
    }

    private StackModel model(String flags) throws IOException {
        return TemplatesOfTheApp.model(flags, text -> text);
    }

    /** With {@code fault} in the hosts of 2.0.0. */
    RehearsalSettings settings(String fault) {
        return ExampleRun.faulty(ExampleRun.usual(seed, "/"), fault);
    }

    Outcome run(Leg... legs) throws IOException, InterruptedException {
        return run(settings(""), legs);
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
