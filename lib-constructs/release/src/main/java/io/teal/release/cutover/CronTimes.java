package io.teal.release.cutover;

import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The minutes that a cron expression names: numbers, names of three letters, {@code *}, lists, ranges and steps. If
 * both days are restricted, one of them is enough.
 */
record CronTimes(BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekdays, boolean eitherDay) {
    private static final List<String> MONTHS =
            List.of("", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int FIELDS = 5;
    private static final int SUNDAY_TOO = 7;

    /** What {@code text} names; empty if it cannot be read. */
    static Optional<CronTimes> parse(String text) {
        String[] fields = text.split(" ", -1);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        try {
            BitSet weekdays = field(fields[4], 0, SUNDAY_TOO, WEEKDAYS);
            weekdays.set(0, weekdays.get(0) || weekdays.get(SUNDAY_TOO));
            return Optional.of(new CronTimes(
                    field(fields[0], 0, 59, List.of()),
                    field(fields[1], 0, 23, List.of()),
                    field(fields[2], 1, 31, List.of()),
                    field(fields[3], 1, 12, MONTHS),
                    weekdays,
                    !fields[2].startsWith("*") && !fields[4].startsWith("*")));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether {@code time} is in one of the minutes. */
    boolean has(ZonedDateTime time) {
        boolean day = days.get(time.getDayOfMonth());
        boolean weekday = weekdays.get(time.getDayOfWeek().getValue() % WEEKDAYS.size());
        return minutes.get(time.getMinute())
                && hours.get(time.getHour())
                && months.get(time.getMonthValue())
                && (eitherDay ? day || weekday : day && weekday);
    }

    private static BitSet field(String text, int least, int most, List<String> names) {
        BitSet values = new BitSet();
        for (String item : text.split(",", -1)) {
            String[] stepped = item.split("/", 2);
            String[] ends = stepped[0].equals("*") ? new String[] {"" + least, "" + most} : stepped[0].split("-", 2);
            int from = value(ends[0], names);
            boolean single = ends.length == 1;
            int to = !single ? value(ends[1], names) : stepped.length == 1 ? from : most;
            int step = stepped.length == 1 ? 1 : Integer.parseInt(stepped[1]);
            if (from < least || to > most || from > to || step < 1) {
                throw new IllegalArgumentException(item);
            }
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    private static int value(String text, List<String> names) {
        int named = text.isEmpty() ? -1 : names.indexOf(text.toUpperCase(Locale.ROOT));
        return named >= 0 ? named : Integer.parseInt(text);
    }
}
