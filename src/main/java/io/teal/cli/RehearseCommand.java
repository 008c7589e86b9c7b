package io.teal.cli;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.journey.FlagSets;
import io.teal.rehearsal.journey.JourneyPlan;
import io.teal.rehearsal.journey.JourneyPlanner;
import io.teal.rehearsal.journey.Source;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.Recipe;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.Summary;
import io.teal.rehearsal.run.Rehearsal;
import io.teal.rehearsal.run.RehearsalSettings;
import io.teal.rehearsal.run.UnusualConditions;
import io.teal.rehearsal.scenario.AppTemplates;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code teal rehearse}: rehearses releases on this machine, and counts every request. */
@Command(
        name = "rehearse",
        description = {
            "Rehearses a release on this machine: real processes, real HTTP, no AWS.",
            "Runs the app of the nearest cdk.json once per release, or takes templates."
        })
final class RehearseCommand implements Callable<Integer> {
    private static final long SEEDS = 1_000_000;

    @Option(names = "--templates", arity = "1..*", paramLabel = "FILE", description = "templates in JSON, in order")
    private List<Path> templates = new ArrayList<>();

    @Option(names = "--no-wait", description = "with --templates: do not wait for health between them")
    private boolean noWait;

    @Option(
            names = "--flags",
            paramLabel = "FLAGS",
            description = "flags of one release, as \"activeColor=blue blueVersion=1.0.0\"; once per release")
    private List<String> flags = new ArrayList<>();

    @Option(names = "--service", paramLabel = "NAME", description = "the service that the flags are for")
    private String service;

    @Option(names = "--stack", paramLabel = "NAME", description = "the stack, for an app of several")
    private String stack;

    @Option(names = "--parameter", paramLabel = "NAME=VALUE", description = "a value for a template parameter")
    private Map<String, String> parameters = Map.of();

    @Option(
            names = "--listener",
            paramLabel = "NAME",
            description = "the listener that takes the load, by port or logical id, where several could")
    private String listener;

    @Option(
            names = "--command",
            paramLabel = "COMMAND",
            description = "runs one host; reads PORT, VERSION, COLOR, HOST_ID, LEDGER. Default: a demo service")
    private String command;

    @Option(
            names = "--bundles",
            paramLabel = "DIR",
            description = "the revisions that CodeDeploy installs: a folder for each version, with its appspec.yml")
    private Path bundles;

    @Option(names = "--path", description = "paths to request in turn, separated by commas. Default: ${DEFAULT-VALUE}")
    private String path = "/";

    @Option(names = "--rate", description = "requests per second. Default: ${DEFAULT-VALUE}")
    private int rate = 500;

    @Option(names = "--speed", description = "how much faster timers run. Default: ${DEFAULT-VALUE}")
    private double speed = 60;

    @Option(names = "--seed", description = "repeats the choices of another run. Default: a new one")
    private Long seed;

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "runs until at least N requests are sent; with --fault, repeats the release")
    private long requests;

    @Option(names = "--fault", paramLabel = "NAME", description = "a release of the app that meets a fault")
    private String fault;

    @Option(names = "--by-the-clock", description = "with --fault: the same without Teal, which must fail")
    private boolean byTheClock;

    @Option(names = "--all", description = "every fault, each with and without Teal; about ten minutes")
    private boolean all;

    @Option(names = "--list-faults", description = "says what each fault is, and what is expected")
    private boolean listFaults;

    @Mixin
    private ReportFiles files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        files.require();
        PrintWriter out = spec.commandLine().getOut();
        if (listFaults) {
            new FaultTable(out).list();
            return ExitCode.DONE.code();
        }
        RehearsalSettings settings = new RehearsalSettings(
                rate,
                new Timescale(speed),
                chosenSeed(),
                Optional.ofNullable(command),
                path,
                requests,
                UnusualConditions.USUAL,
                Optional.ofNullable(bundles));
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = new ProgressLine(out, System.console() != null)) {
            return fault != null || all
                    ? faults(settings, processes, progress)
                    : journey(settings, processes, progress);
        }
    }

    private int faults(RehearsalSettings settings, ChildProcesses processes, ProgressLine progress)
            throws IOException, InterruptedException {
        if (!templates.isEmpty() || !flags.isEmpty() || bundles != null) {
            throw new BadInputException(
                    "--fault and --all do not go with --templates, --flags or --bundles",
                    "they have flags and hosts of their own");
        }
        if (command != null && (all || byTheClock)) {
            throw new BadInputException(
                    "--command does not go with --all or --by-the-clock",
                    "their negative controls have hosts of their own; leave it out, or rehearse one --fault with it");
        }
        AppTemplates app =
                new AppTemplates(processes, parameters, Optional.ofNullable(stack), Optional.ofNullable(service));
        FaultRuns runs =
                new FaultRuns(app, settings, progress, spec.commandLine().getOut());
        return (all
                        ? runs.all()
                        : runs.one(fault, byTheClock, report -> show(report.repeatedBy(recipe(List.of(), settings)))))
                .code();
    }

    private int journey(RehearsalSettings settings, ChildProcesses processes, ProgressLine progress)
            throws IOException, InterruptedException {
        JourneyPlan planned =
                new JourneyPlanner(parameters, Optional.ofNullable(listener), processes, progress).plan(source());
        progress.say("rehearsing " + planned.journey().title() + ", seed " + settings.seed());
        Report report = Rehearsal.run(planned.journey(), settings, processes, progress);
        progress.close();
        show(report.repeatedBy(recipe(planned.flags(), settings)));
        return exit(report).code();
    }

    private void show(Report report) {
        Summary.print(report, spec.commandLine().getOut());
        files.write(report);
    }

    private Recipe recipe(List<Source.FlagSet> sets, RehearsalSettings settings) {
        List<Recipe.RepeatedRelease> releases = sets.stream()
                .map(set -> new Recipe.RepeatedRelease(set.name(), new TreeMap<>(set.flags())))
                .toList();
        String again = new RepeatedCommand(spec.commandLine().getParseResult())
                .command(List.of("--seed", Long.toString(settings.seed())), Set.of("--seed", "--json", "--html"));
        return new Recipe(again, releases);
    }

    private Source source() {
        if (!templates.isEmpty()) {
            if (!flags.isEmpty() || service != null || stack != null) {
                throw new BadInputException(
                        "--templates does not go with --flags, --service or --stack, which are for an app",
                        "leave out one or the other");
            }
            return new Source.TemplateFiles(templates, !noWait);
        }
        return new Source.App(
                Path.of(""), FlagSets.of(flags), Optional.ofNullable(stack), Optional.ofNullable(service));
    }

    private long chosenSeed() {
        return seed == null ? ThreadLocalRandom.current().nextLong(SEEDS) : seed;
    }

    private static ExitCode exit(Report report) {
        if (!report.invalid().isEmpty()) {
            return ExitCode.INVALID_RUN;
        }
        if (!report.run().stop().isEmpty()) {
            return ExitCode.NOT_RELEASED;
        }
        return report.clean() ? ExitCode.CLEAN : ExitCode.LOST;
    }
}
