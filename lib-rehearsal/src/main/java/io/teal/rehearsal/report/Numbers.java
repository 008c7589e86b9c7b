package io.teal.rehearsal.report;

import java.util.Locale;

/** Numbers as people read them, the same everywhere. */
public final class Numbers {
    private static final double SMALL = 10;

    private Numbers() {}

    /** A count, as {@code 12,345}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code one} thing or several {@code many}. */
    public static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** Seconds with one decimal. */
    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds).replace("-", "\u2212");
    }

    /** Milliseconds, with one decimal if they are few. */
    public static String millis(double millis) {
        return String.format(Locale.ROOT, millis < SMALL ? "%.1f" : "%,.0f", millis);
    }

    /** A number without {@code .0}. */
    public static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** A place in a drawing. */
    public static String place(double at) {
        String text = String.format(Locale.ROOT, "%.1f", at);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
