package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.BadInputException;
import java.util.Arrays;

/**
 * The HTTP codes that pass a health check.
 *
 * @param text as in the template: {@code 200}, {@code 200,302} or {@code 200-299}
 */
public record StatusMatcher(String text) {

    /** Checks the form. */
    public StatusMatcher {
        if (!text.matches("\\d{3}([-,]\\d{3})*")) {
            throw new BadInputException(
                    "health check Matcher must list HTTP codes, got '" + text + "'", "write 200, 200,302 or 200-299");
        }
    }

    /** Whether {@code status} passes. */
    public boolean matches(int status) {
        return Arrays.stream(text.split(",")).map(range -> range.split("-")).anyMatch(ends -> {
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            return from <= status && status <= to;
        });
    }
}
