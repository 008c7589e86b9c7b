package io.teal.operate.checklist;

import java.util.Optional;

/**
 * One figure of one colour.
 *
 * @param value the number, in the unit of its row; empty if there is none
 * @param shown the same for people, or why there is none
 */
public record CheckCell(Optional<Double> value, String shown) {
    /** CloudWatch has no data; of a count it has none if the count is zero. */
    static final CheckCell NO_DATA = none("-");

    static CheckCell of(double value, String shown) {
        return new CheckCell(Optional.of(value), shown);
    }

    static CheckCell none(String why) {
        return new CheckCell(Optional.empty(), why);
    }

    static CheckCell unreadable(String problem) {
        return none(notReadable(problem));
    }

    static String notReadable(String problem) {
        return "not readable: " + problem;
    }
}
