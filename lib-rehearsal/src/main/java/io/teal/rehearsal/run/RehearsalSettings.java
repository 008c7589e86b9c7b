package io.teal.rehearsal.run;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Timescale;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to rehearse.
 *
 * @param rate requests per second, 1 to 5000
 * @param timescale how much faster the templates' timers run
 * @param seed the seed of every choice that is drawn
 * @param command the command that runs one host; the demo service if there is none
 * @param path the path to request, or several, separated by commas, requested in turn
 * @param requests the fewest requests to send; the journey is repeated, or its end drawn out, until then
 * @param conditions the injected conditions
 * @param bundles the folder of the revisions that CodeDeploy installs, if it does
 */
public record RehearsalSettings(
        int rate,
        Timescale timescale,
        long seed,
        Optional<String> command,
        String path,
        long requests,
        UnusualConditions conditions,
        Optional<Path> bundles) {

    /** Nothing is unusual, and the journey says how many requests are sent. */
    public RehearsalSettings(int rate, Timescale timescale, long seed, Optional<String> command, String path) {
        this(rate, timescale, seed, command, path, 0, UnusualConditions.USUAL, Optional.empty());
    }

    /** The same under other conditions. */
    public RehearsalSettings with(UnusualConditions others) {
        return new RehearsalSettings(rate, timescale, seed, command, path, requests, others, bundles);
    }

    /** The same with at least so many requests. */
    public RehearsalSettings sending(long atLeast) {
        return new RehearsalSettings(rate, timescale, seed, command, path, atLeast, conditions, bundles);
    }

    /** Whether hosts of {@code version} run the demo service without a fault. */
    boolean isUsualDemo(String version) {
        return command.isEmpty()
                && bundles.isEmpty()
                && !conditions.hostFaults().containsKey(version);
    }

    /** Checks the ranges. */
    public RehearsalSettings {
        if (rate < 1 || rate > 5000) {
            throw new BadInputException("--rate must be from 1 to 5000, got " + rate, "500 is the default");
        }
        if (!path.matches("/[^\\s,]*(,/[^\\s,]*)*")) {
            throw new BadInputException("--path must begin with /, got '" + path + "'", "write /orders");
        }
    }
}
