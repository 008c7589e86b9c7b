package io.teal.runtime.execution;

import io.teal.release.port.AwsException;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a run failed. CloudFormation is answered with the first two lines; the run's record keeps all of it.
 *
 * @param what what failed, one line
 * @param todo what a person does about it, one line
 * @param seen what was seen when it failed, line by line
 */
record Reason(String what, String todo, List<String> seen) {
    /** The most characters of the two lines together: nothing on the way to the terminal cuts so few. */
    static final int MOST = 400;

    private static final int MOST_TODO = 220;

    /** The longest line of a record, which has to pass through the state machine in each call. */
    private static final int MOST_SEEN = 2000;

    private static final String CUT = " ...";

    Reason {
        what = oneLine(what);
        todo = oneLine(todo);
        seen = seen.stream().map(line -> cut(oneLine(line), MOST_SEEN)).toList();
    }

    /**
     * The reason in {@code text}: what failed and, on a second line or from its last {@code look:} on, what to do.
     *
     * @param otherwise what to do if the text does not say it
     */
    static Reason of(String text, String otherwise) {
        String[] parts = text.split("\n|; (?=look: )", 2);
        return new Reason(parts[0], parts.length > 1 ? parts[1] : otherwise, List.of());
    }

    /** A call that cannot succeed. */
    static Reason of(AwsException lasting) {
        return new Reason(lasting.getMessage(), lasting.obstacle().remedy(), List.of());
    }

    Reason seeing(List<String> lines) {
        return new Reason(what, todo, lines);
    }

    /** The two lines for CloudFormation, of {@link #MOST} characters at most. */
    String text() {
        String second = cut(todo, MOST_TODO);
        return cut(what, MOST - 1 - second.length()) + "\n" + second;
    }

    /** All lines, none of them cut short for CloudFormation. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(cut(what, MOST_SEEN), cut(todo, MOST_SEEN)));
        lines.addAll(seen);
        return lines;
    }

    static Reason read(List<String> lines) {
        return new Reason(lines.get(0), lines.get(1), lines.subList(2, lines.size()));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
