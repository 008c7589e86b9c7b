package io.teal.release.preflight;

import io.teal.release.Color;
import java.util.Map;
import java.util.Set;

/** What Preflight says of a deploy. */
public sealed interface Verdict {

    /**
     * The deploy may go on.
     *
     * @param pins the launch template version of each colour's group
     * @param cold colours whose fleet is to go or be replaced, and must have been without traffic for long enough first
     */
    record Accepted(Map<Color, String> pins, Set<Color> cold) implements Verdict {
        /** Copies both. */
        public Accepted {
            pins = Map.copyOf(pins);
            cold = Set.copyOf(cold);
        }
    }

    /**
     * The deploy is refused, and nothing was touched.
     *
     * @param rule the rule that refuses it
     * @param reason what was seen, one line
     * @param remedy what to do, one line, with the flags that would be right
     */
    record Refused(Rule rule, String reason, String remedy) implements Verdict {
        /** The line the terminal shows. */
        public String line() {
            return reason + "; " + remedy;
        }
    }
}
