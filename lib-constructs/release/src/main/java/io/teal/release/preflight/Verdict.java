package io.teal.release.preflight;

import io.teal.release.Color;
import io.teal.release.Refusal;
import java.util.Map;
import java.util.Set;

/** What Preflight says of a deploy. */
public sealed interface Verdict {

    /**
     * The deploy may proceed.
     *
     * @param pins the launch template version of each colour's group
     * @param cold colours whose fleet is removed or replaced, once it has been without traffic for long enough
     */
    record Accepted(Map<Color, String> pins, Set<Color> cold) implements Verdict {
        public Accepted {
            pins = Map.copyOf(pins);
            cold = Set.copyOf(cold);
        }
    }

    /**
     * The deploy is refused, and nothing was touched.
     *
     * @param rule the rule that refuses it
     * @param why the reason and the remedy
     */
    record Refused(Rule rule, Refusal why) implements Verdict {
        /** What was seen, one line. */
        public String reason() {
            return why.reason();
        }

        /** What to do, one line, with the flags that would be right. */
        public String remedy() {
            return why.remedy();
        }

        /** The line the terminal shows. */
        public String line() {
            return why.line();
        }
    }
}
