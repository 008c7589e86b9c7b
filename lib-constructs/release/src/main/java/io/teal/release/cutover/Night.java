package io.teal.release.cutover;

import io.teal.release.InvalidValueException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a schedule takes all hosts from the active fleet.
 *
 * @param name the schedule's name
 * @param cron minute, hour, day of month, month and day of week, as Auto Scaling reads them
 * @param zone the time zone of those, as {@code Europe/Berlin}
 */
public record Night(String name, String cron, String zone) {
    private static final int WORDS = 7;

    /**
     * Checks that its times can be known.
     *
     * @throws InvalidValueException if {@code cron} or {@code zone} cannot be read
     */
    public Night {
        times(name, cron);
        zoned(name, zone);
    }

    private static CronTimes times(String name, String cron) {
        return CronTimes.parse(cron)
                .orElseThrow(() -> new InvalidValueException(
                        "schedule " + name + " takes all hosts away, and its times must be known: cannot read '" + cron
                                + "'",
                        "write five fields of numbers, names, *, lists, ranges and steps"));
    }

    private static ZoneId zoned(String name, String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new InvalidValueException("schedule " + name + ": unknown time zone '" + zone + "'");
        }
    }

    /** The first time from {@code now} on, if it is before {@code time} has passed. */
    public Optional<Instant> within(Instant now, Duration time) {
        CronTimes times = times(name, cron);
        ZoneId place = zoned(name, zone);
        Instant first = now.truncatedTo(ChronoUnit.MINUTES);
        return Stream.iterate(first, minute -> minute.isBefore(now.plus(time)), minute -> minute.plusSeconds(60))
                .filter(minute -> times.has(minute.atZone(place)))
                .findFirst();
    }

    /** As the property map has it. */
    String text() {
        return name + " " + cron + " " + zone;
    }

    /** Reads {@link #text}. */
    static Night parse(String text) {
        String[] words = text.split(" ", -1);
        if (words.length != WORDS) {
            throw new IllegalArgumentException("a night has " + WORDS + " words, got '" + text + "'");
        }
        String cron = text.substring(words[0].length() + 1, text.length() - words[WORDS - 1].length() - 1);
        return new Night(words[0], cron, words[WORDS - 1]);
    }
}
