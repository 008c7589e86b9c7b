package io.teal.constructs.context;

import java.util.Locale;

/** Whether a service's path was meant: other case, or one letter too many, missing, wrong or swapped. */
final class OneSlip {
    private OneSlip() {}

    static boolean apart(String written, String meant) {
        String one = written.toLowerCase(Locale.ROOT);
        String two = meant.toLowerCase(Locale.ROOT);
        int start = 0;
        while (start < Math.min(one.length(), two.length()) && one.charAt(start) == two.charAt(start)) {
            start++;
        }
        String left = one.substring(start);
        String right = two.substring(start);
        return left.equals(right)
                || from(left, 1).equals(right)
                || left.equals(from(right, 1))
                || from(left, 1).equals(from(right, 1))
                || swapped(left).equals(right);
    }

    private static String from(String text, int start) {
        return text.substring(Math.min(start, text.length()));
    }

    private static String swapped(String text) {
        return text.length() < 2 ? text : "" + text.charAt(1) + text.charAt(0) + text.substring(2);
    }
}
