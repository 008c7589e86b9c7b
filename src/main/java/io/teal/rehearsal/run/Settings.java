package io.teal.rehearsal.run;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Timescale;
import java.util.Optional;

/**
 * How to rehearse.
 *
 * @param rate requests per second, 1 to 5000
 * @param timescale how much faster the templates' timers run
 * @param seed the seed of every choice that is drawn
 * @param command the command that runs one host; the demo service if there is none
 * @param path the path that is asked for
 */
public record Settings(int rate, Timescale timescale, long seed, Optional<String> command, String path) {

    /** Checks the ranges. */
    public Settings {
        if (rate < 1 || rate > 5000) {
            throw new BadInputException("--rate must be from 1 to 5000, got " + rate, "500 is the default");
        }
        if (!path.matches("/\\S*")) {
            throw new BadInputException("--path must begin with /, got '" + path + "'", "write /orders");
        }
    }
}
