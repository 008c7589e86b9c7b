package io.teal.rehearsal.run;

import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.ProductionListener;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.QuietProgress;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Deploys of one example as legs, and the run of them under load on the virtual clock. */
final class ExampleRun {
    static final String ONE = "activeColor=blue blueVersion=1.0.0";
    static final String STARTED = ONE + " greenVersion=2.0.0";
    static final String RELEASED = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";
    static final String RETIRED = "activeColor=green blueVersion=none greenVersion=2.0.0";

    private static final int RATE = 20;

    private final String example;
    private final String stack;
    private final UnaryOperator<String> edit;
    private final Optional<String> listener;

    /** Templates are those of stack {@code stack} of {@code example}. */
    ExampleRun(String example, String stack) {
        this(example, stack, text -> text, Optional.empty());
    }

    private ExampleRun(String example, String stack, UnaryOperator<String> edit, Optional<String> listener) {
        this.edit = edit;
        this.listener = listener;
        this.example = example;
        this.stack = stack;
    }

    /** The same with templates that {@code other} has changed. */
    ExampleRun reading(UnaryOperator<String> other) {
        return new ExampleRun(example, stack, other, listener);
    }

    /** The same with the load on the listener of {@code port}. */
    ExampleRun loading(String port) {
        return new ExampleRun(example, stack, edit, Optional.of(port));
    }

    /** A deploy of the template that an earlier Teal has made of {@link #STARTED}: see the folder's README. */
    Leg.Deploy earlier(String name) throws IOException {
        Path file = Path.of("test", "src", "resources", "earlier", example + ".json");
        return new Leg.Deploy(
                name, TemplatesOfTheApp.parsed(Files.readString(file), file.toString()), Optional.empty());
    }

    /** A deploy that {@code trouble} turns back. */
    Leg.Deploy troubled(String name, String flags, Trouble trouble) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.of(trouble));
    }

    Leg.Deploy deploy(String name, String flags) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.empty());
    }

    /** A deploy that goes back for a reason that begins with {@code reason}. */
    Leg.Deploy goesBack(String name, String flags, String reason) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.empty(), Optional.of(reason));
    }

    /** EC2 loses one host of {@code color} while {@code deploy} is on its way. */
    static Leg losesAHost(Leg.Deploy deploy, String color, Leg.Moment moment, Duration after) {
        return new Leg.DisturbedDeploy(deploy, moment, after, service -> service.loseHosts(color, 1));
    }

    static RehearsalSettings usual() {
        return usual(1, "/");
    }

    /** With choices drawn from {@code seed}, and {@code paths}, separated by commas, requested in turn. */
    static RehearsalSettings usual(long seed, String paths) {
        return new RehearsalSettings(RATE, new Timescale(1), seed, Optional.empty(), paths).onVirtualClock();
    }

    /** How many are sent in {@code templateTime}. */
    static long requests(Duration templateTime) {
        return RATE * templateTime.toSeconds();
    }

    /** With {@code fault} in the hosts of 2.0.0, if it is not empty. */
    static RehearsalSettings faulty(String fault) {
        return faulty(usual(), fault);
    }

    /** {@code one} with {@code fault} in the hosts of 2.0.0, if it is not empty. */
    static RehearsalSettings faulty(RehearsalSettings one, String fault) {
        return fault.isEmpty() ? one : one.with(UnusualConditions.fault("2.0.0", HostFault.parse(fault)));
    }

    Outcome run(RehearsalSettings settings, Leg... legs) throws IOException, InterruptedException {
        return rehearse(journey(legs), settings);
    }

    /** After the first leg, a deploy, there is load, and a minute of it after the last. */
    Journey journey(Leg... legs) {
        List<Leg> all = new ArrayList<>(List.of(legs));
        all.add(1, new Leg.AwaitHealth("wait for health first"));
        all.add(new Leg.Unchanged("after", Duration.ofMinutes(1)));
        StackModel first = ((Leg.Deploy) legs[0]).model();
        return new Journey(stack, ProductionListener.of(first, listener), all);
    }

    static Outcome rehearse(Journey journey, RehearsalSettings settings) throws IOException, InterruptedException {
        return measured(journey, settings).thatCounts();
    }

    /** The same, also if the run was stopped. */
    static Outcome measured(Journey journey, RehearsalSettings settings) throws IOException, InterruptedException {
        try (ProgressLine progress = QuietProgress.line()) {
            ModelledWorld world = new ModelledWorld(settings);
            Report report = Rehearsal.modelled(journey, settings, world, progress);
            boolean installs = settings.bundles().isPresent();
            return new Outcome(report, installs ? world.versionsThatServed() : List.of());
        }
    }

    private StackModel model(String flags) throws IOException {
        return TemplatesOfTheApp.model(example, stack, flags, edit);
    }
}
