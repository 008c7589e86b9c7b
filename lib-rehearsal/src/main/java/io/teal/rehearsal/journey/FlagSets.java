package io.teal.rehearsal.journey;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.journey.Source.FlagSet;
import io.teal.release.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The flags of a journey: those of the usual one, or the user's own. */
public final class FlagSets {
    private static final String ONE_ON_BLUE = "blueVersion=1.0.0";
    private static final String TWO_ON_GREEN = "greenVersion=2.0.0";
    private static final String BOTH = ONE_ON_BLUE + " " + TWO_ON_GREEN;

    private FlagSets() {}

    /** A first deploy: what every usual journey begins with. */
    static FlagSet first() {
        return new FlagSet("deploy 1.0.0 on blue", parse("activeColor=blue " + ONE_ON_BLUE));
    }

    /**
     * The rest of it where the template moves traffic: a release that rolls back because a later resource fails, the
     * same again, a rollback by hand, the deploy that writes it down, and the end of the failed version.
     */
    static List<FlagSet> byTheTemplate() {
        Map<String, String> released = parse("activeColor=green " + BOTH);
        Map<String, String> settled = parse("activeColor=blue " + BOTH);
        return List.of(
                new FlagSet(
                        "release 2.0.0, taken back",
                        released,
                        Optional.of(Trouble.lastResourceFails()),
                        Optional.empty()),
                new FlagSet("release 2.0.0 on green", released),
                new FlagSet("settle on blue", settled, Optional.empty(), Optional.of(Color.BLUE)),
                new FlagSet("retire green", parse("activeColor=blue greenVersion=none " + ONE_ON_BLUE)));
    }

    /** The rest where an operator moves traffic: a start, a promote and a retire. */
    static List<FlagSet> byTheOperator() {
        return List.of(
                new FlagSet("start 2.0.0 on green", parse("activeColor=blue " + BOTH)),
                new FlagSet("promote green", parse("activeColor=green " + BOTH)),
                new FlagSet("retire blue", parse("activeColor=green blueVersion=none " + TWO_ON_GREEN)));
    }

    /** One release for each text, as {@code activeColor=blue blueVersion=1.0.0}. */
    public static List<FlagSet> of(List<String> texts) {
        List<FlagSet> sets = new ArrayList<>();
        for (String text : texts) {
            sets.add(new FlagSet("release " + (sets.size() + 1), parse(text)));
        }
        return sets;
    }

    private static Map<String, String> parse(String text) {
        Map<String, String> flags = new TreeMap<>();
        for (String word : text.trim().split("\\s+")) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new BadInputException(
                        "--flags must be name=value pairs, got '" + word + "'",
                        "write --flags \"activeColor=blue blueVersion=1.0.0\"");
            }
            flags.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return flags;
    }
}
