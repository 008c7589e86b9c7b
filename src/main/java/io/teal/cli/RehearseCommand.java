package io.teal.cli;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.journey.FlagSets;
import io.teal.rehearsal.journey.JourneyPlan;
import io.teal.rehearsal.journey.JourneyPlanner;
import io.teal.rehearsal.journey.ParameterSets;
import io.teal.rehearsal.journey.Source;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.Recipe;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.Summary;
import io.teal.rehearsal.run.Rehearsal;
import io.teal.rehearsal.run.RehearsalSettings;
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
    @Option(
            names = "--templates",
            arity = "1..*",
            paramLabel = "FILE",
            description = "templates in JSON or YAML, in order; of several stacks: STACK=FILE, each an update")
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

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "the stack, for an app of several; several times for stacks that are played together")
    private List<String> stacks = new ArrayList<>();

    @Option(names = "--parameter", paramLabel = "NAME=VALUE", description = "a value for a parameter of every template")
    private Map<String, String> parameters = Map.of();

    @Option(
            names = "--parameters",
            arity = "1..*",
            paramLabel = "VALUES",
            description = "with --templates: values for each template in turn, as \"Version=2 Size=4\" or a JSON file")
    private List<String> parameterSets = new ArrayList<>();

    @Option(
            names = "--listener",
            paramLabel = "NAME",
            description = "the listener that takes the load, by port or logical id, where several could")
    private String listener;

    @Option(names = "--fault", paramLabel = "NAME", description = "a release of the app that meets a fault")
    private String fault;

    @Option(names = "--by-the-clock", description = "with --fault: the same without Teal, which must fail")
    private boolean byTheClock;

    @Option(names = "--all", description = "every fault, each with and without Teal; about ten minutes")
    private boolean all;

    @Option(names = "--list-faults", description = "says what each fault is, and what is expected")
    private boolean listFaults;

    @Mixin
    private RunOptions options;

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
        RehearsalSettings settings = options.settings();
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = new ProgressLine(out, System.console() != null)) {
            return fault != null || all
                    ? faults(settings, processes, progress)
                    : journey(settings, processes, progress);
        }
    }

    private int faults(RehearsalSettings settings, ChildProcesses processes, ProgressLine progress)
            throws IOException, InterruptedException {
        if (!templates.isEmpty()
                || !flags.isEmpty()
                || !parameterSets.isEmpty()
                || settings.bundles().isPresent()) {
            throw new BadInputException(
                    "--fault and --all do not go with --templates, --parameters, --flags or --bundles",
                    "they have flags and hosts of their own");
        }
        if (settings.command().isPresent() && (all || byTheClock)) {
            throw new BadInputException(
                    "--command does not go with --all or --by-the-clock",
                    "their negative controls have hosts of their own; leave it out, or rehearse one --fault with it");
        }
        AppTemplates app = new AppTemplates(processes, parameters, stacks, Optional.ofNullable(service));
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
        Report report = settings.modelled()
                ? Rehearsal.modelled(planned.journey(), settings, progress)
                : Rehearsal.run(planned.journey(), settings, processes, progress);
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
            if (!flags.isEmpty() || service != null || !stacks.isEmpty()) {
                throw new BadInputException(
                        "--templates does not go with --flags, --service or --stack, which are for an app",
                        "leave out one or the other");
            }
            return Source.TemplateFiles.of(templates, ParameterSets.of(parameterSets), !noWait);
        }
        if (!parameterSets.isEmpty()) {
            throw new BadInputException(
                    "--parameters goes with --templates only", "for an app give --parameter Name=value");
        }
        return new Source.App(Path.of(""), FlagSets.of(flags), stacks, Optional.ofNullable(service));
    }

    private static ExitCode exit(Report report) {
        if (!report.invalid().isEmpty()) {
            return ExitCode.INVALID_RUN;
        }
        if (!report.run().released()) {
            return ExitCode.NOT_RELEASED;
        }
        return report.clean() ? ExitCode.CLEAN : ExitCode.LOST;
    }
}
