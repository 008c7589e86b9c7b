package io.teal.rehearsal.run;

import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.ProductionListener;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Deploys of one example as legs, and the run of them under load: real processes and real HTTP. */
final class ExampleRun {
    static final String ONE = "activeColor=blue blueVersion=1.0.0";
    static final String STARTED = ONE + " greenVersion=2.0.0";
    static final String RELEASED = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";
    static final String RETIRED = "activeColor=green blueVersion=none greenVersion=2.0.0";

    private static final int RATE = 300;
    private static final double SPEED = 100;

    private final String example;
    private final String stack;
    private final Path folder;
    private final UnaryOperator<String> edit;

    /** Templates of stack {@code stack} of {@code example} are written below {@code folder}. */
    ExampleRun(String example, String stack, Path folder) {
        this(example, stack, folder, text -> text);
    }

    private ExampleRun(String example, String stack, Path folder, UnaryOperator<String> edit) {
        this.edit = edit;
        this.example = example;
        this.stack = stack;
        this.folder = folder;
    }

    /** The same with templates that {@code other} has changed. */
    ExampleRun reading(UnaryOperator<String> other) {
        return new ExampleRun(example, stack, folder, other);
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
        return new RehearsalSettings(RATE, new Timescale(SPEED), 1, Optional.empty(), "/");
    }

    /** How many are sent in {@code templateTime}. */
    static long requests(Duration templateTime) {
        return (long) (RATE * templateTime.toSeconds() / SPEED);
    }

    /** With {@code fault} in the hosts of 2.0.0, if it is not empty. */
    static RehearsalSettings faulty(String fault) {
        return fault.isEmpty() ? usual() : usual().with(UnusualConditions.fault("2.0.0", HostFault.parse(fault)));
    }

    /** After the first leg, a deploy, there is load, and a minute of it after the last. */
    Outcome run(RehearsalSettings settings, Leg... legs) throws IOException, InterruptedException {
        List<Leg> all = new ArrayList<>(List.of(legs));
        all.add(1, new Leg.AwaitHealth("wait for health first"));
        all.add(new Leg.Unchanged("after", Duration.ofMinutes(1)));
        StackModel first = ((Leg.Deploy) legs[0]).model();
        Journey journey = new Journey(stack, ProductionListener.of(first, Optional.empty()), all);
        return rehearse(journey, settings);
    }

    /** A run that is invalid is repeated once: that a machine was busy for a moment says nothing of a release. */
    static Outcome rehearse(Journey journey, RehearsalSettings settings) throws IOException, InterruptedException {
        Outcome first = once(journey, settings);
        return (first.isValid() ? first : once(journey, settings)).thatCounts();
    }

    private static Outcome once(Journey journey, RehearsalSettings settings) throws IOException, InterruptedException {
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = new ProgressLine(new PrintWriter(Writer.nullWriter()), false)) {
            Report report = Rehearsal.run(journey, settings, processes, progress);
            boolean installed = settings.bundles().isPresent();
            return new Outcome(report, installed ? Revisions.served(processes.folder()) : List.of());
        }
    }

    private StackModel model(String flags) throws IOException {
        return TemplatesOfTheApp.model(example, stack, flags, folder, edit);
    }

    static RehearsalSettings asking(RehearsalSettings one, String paths) {
        return new RehearsalSettings(
                one.rate(),
                one.timescale(),
                one.seed(),
                one.command(),
                paths,
                one.requests(),
                one.conditions(),
                one.bundles());
    }

    static RehearsalSettings installing(RehearsalSettings one, Path revisions) {
        return new RehearsalSettings(
                one.rate(),
                one.timescale(),
                one.seed(),
                one.command(),
                one.path(),
                one.requests(),
                one.conditions(),
                Optional.of(revisions));
    }
}
