package io.teal.rehearsal.planning;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.planning.Source.FlagSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The flags of a journey: those of the usual one, or the user's own. */
public final class FlagSets {
    private static final String ONE_ON_BLUE = "blueVersion=1.0.0";
    private static final String TWO_ON_GREEN = "greenVersion=2.0.0";

    private FlagSets() {}

    /** A first deploy, a start, a promote and a retire. */
    public static List<FlagSet> usual() {
        return List.of(
                new FlagSet("deploy 1.0.0 on blue", parse("activeColor=blue " + ONE_ON_BLUE)),
                new FlagSet("start 2.0.0 on green", parse("activeColor=blue " + ONE_ON_BLUE + " " + TWO_ON_GREEN)),
                new FlagSet("promote green", parse("activeColor=green " + ONE_ON_BLUE + " " + TWO_ON_GREEN)),
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

    /** The same flags for one service of several: {@code orders.activeColor} for {@code activeColor}. */
    public static List<FlagSet> scoped(List<FlagSet> sets, Optional<String> service) {
        String prefix = service.map(name -> name + ".").orElse("");
        return sets.stream()
                .map(set -> new FlagSet(
                        set.name(),
                        set.flags().entrySet().stream()
                                .collect(Collectors.toMap(flag -> prefix + flag.getKey(), Map.Entry::getValue))))
                .toList();
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
