package io.teal.rehearsal.run;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.autoscaling.Workload;
import io.teal.rehearsal.aws.cloudformation.StackPlay;
import io.teal.rehearsal.aws.stepfunctions.LocalPerson;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to rehearse.
 *
 * @param rate requests per second, 1 to 5000
 * @param timescale how much faster the templates' timers run
 * @param seed the seed of every choice that is drawn
 * @param command the command that runs one host; the demo service if there is none
 * @param path the path to request, or several, separated by commas, requested in turn, each maybe with its host; empty
 *     for one that the listener forwards
 * @param requests the fewest requests to send; the journey is repeated, or its end drawn out, until then
 * @param conditions the injected conditions
 * @param bundles the folder of the revisions that CodeDeploy installs, if it does
 * @param modelled whether hosts and requests are modelled, on the virtual clock; the timescale is 1 then
 * @param programs what else of the user's runs on this machine
 */
public record RehearsalSettings(
        int rate,
        Timescale timescale,
        long seed,
        Optional<String> command,
        String path,
        long requests,
        UnusualConditions conditions,
        Optional<Path> bundles,
        boolean modelled,
        UserPrograms programs) {

    /**
     * What of the user's runs on this machine beside the hosts.
     *
     * @param hook the command that stands for the hook; one that passes if there is none
     * @param probe the command that stands for the probe; one whose requests are answered if there is none
     * @param sandboxed whether scripts of bundles run in a sandbox
     * @param person what a person replies whom a release asks
     */
    public record UserPrograms(
            Optional<String> hook, Optional<String> probe, boolean sandboxed, LocalPerson.Played person) {
        /** None, and a person who promotes. */
        public static final UserPrograms NONE =
                new UserPrograms(Optional.empty(), Optional.empty(), false, LocalPerson.Played.PROMOTE);
    }

    /** The same with other programs of the user's. */
    public RehearsalSettings running(UserPrograms others) {
        return new RehearsalSettings(
                rate, timescale, seed, command, path, requests, conditions, bundles, modelled, others);
    }

    /** Nothing is unusual, and the journey says how many requests are sent. */
    public RehearsalSettings(int rate, Timescale timescale, long seed, Optional<String> command, String path) {
        this(
                rate,
                timescale,
                seed,
                command,
                path,
                0,
                UnusualConditions.USUAL,
                Optional.empty(),
                false,
                UserPrograms.NONE);
    }

    /** The same under other conditions. */
    public RehearsalSettings with(UnusualConditions others) {
        return new RehearsalSettings(
                rate, timescale, seed, command, path, requests, others, bundles, modelled, programs);
    }

    /** The same with at least so many requests. */
    public RehearsalSettings sending(long atLeast) {
        return new RehearsalSettings(
                rate, timescale, seed, command, path, atLeast, conditions, bundles, modelled, programs);
    }

    /** The same with another seed. */
    public RehearsalSettings seeded(long other) {
        return new RehearsalSettings(
                rate, timescale, other, command, path, requests, conditions, bundles, modelled, programs);
    }

    /** The same with the folder of revisions that CodeDeploy installs, if it does. */
    public RehearsalSettings installing(Optional<Path> revisions) {
        return new RehearsalSettings(
                rate, timescale, seed, command, path, requests, conditions, revisions, modelled, programs);
    }

    /** The same with a path; {@code otherwise} if it has none. */
    RehearsalSettings asking(String otherwise) {
        String asked = path.isEmpty() ? otherwise : path;
        return new RehearsalSettings(
                rate, timescale, seed, command, asked, requests, conditions, bundles, modelled, programs);
    }

    /** The same on the virtual clock. */
    public RehearsalSettings onVirtualClock() {
        return new RehearsalSettings(
                rate, timescale.onVirtualClock(), seed, command, path, requests, conditions, bundles, true, programs);
    }

    /** Whether hosts of {@code version} run the demo service without a fault. */
    boolean isUsualDemo(String version) {
        return command.isEmpty()
                && bundles.isEmpty()
                && !conditions.hostFaults().containsKey(version);
    }

    /** The load, and what of it a host can answer. */
    Workload workload() {
        return new Workload(rate, rate / (2 * conditions.cpuOfTwo() / 100));
    }

    /** How the stack is played. */
    StackPlay play() {
        return new StackPlay(seed);
    }

    /** Checks the ranges. */
    public RehearsalSettings {
        if (rate < 1 || rate > 5000) {
            throw new BadInputException("--rate must be from 1 to 5000, got " + rate, "500 is the default");
        }
        String one = "(http://[^\\s,/]+)?/[^\\s,]*";
        if (!path.isEmpty() && !path.matches(one + "(," + one + ")*")) {
            throw new BadInputException(
                    "--path must begin with / or http://, got '" + path + "'",
                    "write /orders, or http://api.example.com/orders");
        }
    }
}
