package io.teal.cli;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.stepfunctions.LocalPerson;
import io.teal.rehearsal.process.Sandbox;
import io.teal.rehearsal.run.RehearsalSettings;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;

/** How {@code teal rehearse} runs: on which clock, with which hosts, and under which load. */
final class RunOptions {
    private static final long SEEDS = 1_000_000;
    private static final int USUAL_RATE = 500;
    private static final double USUAL_SPEED = 60;
    private static final int FAST_RATE = 50;

    @Option(
            names = "--command",
            paramLabel = "COMMAND",
            description = "runs one host; reads PORT, VERSION, COLOR, HOST_ID, LEDGER. Default: a demo service")
    private String command;

    @Option(
            names = "--hook",
            paramLabel = "COMMAND",
            description =
                    "stands for the hook; reads VERSION, COLOR, PREVIEW_URL; fails by its exit code, or {\"passed\":"
                            + " false}")
    private String hook;

    @Option(
            names = "--probe",
            paramLabel = "COMMAND",
            description = "stands for the probe; the same, and prints {\"answered\": 5, \"failed\": 0}")
    private String probe;

    @Option(
            names = "--answer",
            paramLabel = "WORD",
            description = "what a person says whom a release asks: promote, abort or nothing. Default: promote")
    private LocalPerson.Played answer = LocalPerson.Played.PROMOTE;

    @Option(
            names = "--bundles",
            paramLabel = "DIR",
            description = "the revisions that CodeDeploy installs: a folder for each version, with its appspec.yml")
    private Path bundles;

    @Option(
            names = "--run-scripts",
            description = "with --bundles: runs their scripts on this machine, as you, outside of a sandbox")
    private boolean runScripts;

    @Option(
            names = "--path",
            description =
                    "paths, or http://host/path, to request in turn, separated by commas. Default: / or, where only"
                            + " rules forward, what one of them takes")
    private String path = "";

    @Option(names = "--rate", description = "requests per second. Default: 500; with --fast 50")
    private Integer rate;

    @Option(names = "--speed", description = "how much faster timers run. Default: 60")
    private Double speed;

    @Option(
            names = "--begin",
            paramLabel = "TIME",
            description = "when the first deploy begins, for scheduled actions. Default: 2026-01-01T00:00:00Z")
    private String begin;

    @Option(names = "--fast", description = "models hosts and requests: seconds instead of minutes, no processes")
    private boolean fast;

    @Option(names = "--seed", description = "repeats the choices of another run. Default: a new one")
    private Long seed;

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "runs until at least N requests are sent; with --fault, repeats the release")
    private long requests;

    /** The settings of these options, without unusual conditions. */
    RehearsalSettings settings() {
        boolean sandboxed = bundles != null && !fast && !runScripts;
        if (sandboxed && !Sandbox.works()) {
            throw new BadInputException(
                    "--bundles runs the scripts of " + bundles + ", and there is no bubblewrap for a sandbox",
                    "install bubblewrap, or read them (some do rm -rf /var/www) and add --run-scripts");
        }
        RehearsalSettings usual = new RehearsalSettings(
                        Optional.ofNullable(rate).orElse(fast ? FAST_RATE : USUAL_RATE),
                        new Timescale(Optional.ofNullable(speed).orElse(USUAL_SPEED), begin()),
                        chosenSeed(),
                        Optional.ofNullable(command),
                        path)
                .sending(requests)
                .installing(Optional.ofNullable(bundles))
                .running(new RehearsalSettings.UserPrograms(
                        Optional.ofNullable(hook), Optional.ofNullable(probe), sandboxed, answer));
        return fast ? modelled(usual) : usual;
    }

    /** The same on the virtual clock; refuses what the model of hosts and requests lacks. */
    private RehearsalSettings modelled(RehearsalSettings usual) {
        if (command != null) {
            throw notFast("--command", "a command is a real process");
        }
        if (hook != null || probe != null) {
            throw notFast("--hook or --probe", "their commands are real processes; without them hooks pass");
        }
        if (bundles != null) {
            throw notFast("--bundles", "their scripts are real processes");
        }
        if (speed != null) {
            throw notFast("--speed", "nothing is waited for");
        }
        return usual.onVirtualClock();
    }

    private static BadInputException notFast(String option, String why) {
        return new BadInputException("--fast does not go with " + option + ": " + why, "leave out one or the other");
    }

    private Instant begin() {
        try {
            return begin == null
                    ? Timescale.NEW_YEAR
                    : OffsetDateTime.parse(begin).toInstant();
        } catch (DateTimeException malformed) {
            throw new BadInputException(
                    "--begin must be a time with its zone, got '" + begin + "'",
                    "write 2026-01-01T19:50:00Z, or 2026-01-01T20:50:00+01:00");
        }
    }

    private long chosenSeed() {
        return seed == null ? ThreadLocalRandom.current().nextLong(SEEDS) : seed;
    }
}
