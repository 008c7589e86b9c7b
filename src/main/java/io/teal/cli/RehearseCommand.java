package io.teal.cli;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.planning.FlagSets;
import io.teal.rehearsal.planning.Planned;
import io.teal.rehearsal.planning.Planner;
import io.teal.rehearsal.planning.Source;
import io.teal.rehearsal.process.Leash;
import io.teal.rehearsal.report.JsonReport;
import io.teal.rehearsal.report.Live;
import io.teal.rehearsal.report.Recipe;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.Summary;
import io.teal.rehearsal.report.html.HtmlReport;
import io.teal.rehearsal.run.Rehearsal;
import io.teal.rehearsal.run.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code teal rehearse}: releases on this machine, and counts every request. */
@Command(
        name = "rehearse",
        description = {
            "Rehearses a release on this machine: real processes, real HTTP, no AWS.",
            "Runs the app of the nearest cdk.json once per release, or takes templates."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "Exit codes:%n",
        usageHelpWidth = 80)
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

    @Option(names = "--service", paramLabel = "NAME", description = "the service whose flags these are")
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

    @Option(names = "--path", description = "what is asked for. Default: ${DEFAULT-VALUE}")
    private String path = "/";

    @Option(names = "--rate", description = "requests per second. Default: ${DEFAULT-VALUE}")
    private int rate = 500;

    @Option(names = "--speed", description = "how much faster timers run. Default: ${DEFAULT-VALUE}")
    private double speed = 60;

    @Option(names = "--seed", description = "repeats the choices of another run. Default: a new one")
    private Long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the report there too")
    private Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "writes the report as one page to look at")
    private Path html;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireFolder("--json", json);
        requireFolder("--html", html);
        Settings settings = new Settings(rate, new Timescale(speed), chosenSeed(), Optional.ofNullable(command), path);
        PrintWriter out = spec.commandLine().getOut();
        Report report;
        try (Leash leash = new Leash();
                Live live = new Live(out, System.console() != null)) {
            Planned planned = new Planner(parameters, Optional.ofNullable(listener), leash, live).plan(source());
            live.say("rehearsing " + planned.journey().title() + ", seed " + settings.seed());
            report = Rehearsal.run(planned.journey(), settings, leash, live).repeatedBy(recipe(planned, settings));
        }
        Summary.print(report, out);
        if (json != null) {
            JsonReport.write(report, json);
        }
        if (html != null) {
            HtmlReport.write(report, html);
        }
        return exit(report).code();
    }

    /** A run takes a while: what would come to nothing at its end is refused at its beginning. */
    private static void requireFolder(String option, Path file) {
        if (file != null && !Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new BadInputException("cannot write " + option + " " + file, "name a file in a folder that exists");
        }
    }

    private Recipe recipe(Planned planned, Settings settings) {
        List<Recipe.Release> releases = planned.flags().stream()
                .map(set -> new Recipe.Release(set.name(), new TreeMap<>(set.flags())))
                .toList();
        String again = new Again(spec.commandLine().getParseResult())
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
            return new Source.Templates(templates, !noWait);
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
        return report.clean() ? ExitCode.CLEAN : ExitCode.LOST;
    }
}
