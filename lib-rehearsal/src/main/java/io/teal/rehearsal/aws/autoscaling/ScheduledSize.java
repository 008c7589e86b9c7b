package io.teal.rehearsal.aws.autoscaling;

import io.teal.release.cutover.Night;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A scheduled action of a group.
 *
 * @param id its logical id
 * @param group the logical id of its group
 * @param times when it recurs; empty if it happens once, at {@code start}
 * @param start before which it does not happen; empty for any time
 * @param end after which it does not happen; empty for never
 * @param sizes the sizes that it sets
 */
public record ScheduledSize(
        String id, String group, Optional<Night> times, Optional<Instant> start, Optional<Instant> end, Sizes sizes) {
    /** Every time of the day and of the week is within it, and no rehearsal is longer. */
    private static final Duration LOOK_AHEAD = Duration.ofDays(8);

    /**
     * Sizes of a group, each empty if it is not set.
     *
     * @param min MinSize
     * @param max MaxSize
     * @param desired DesiredCapacity
     */
    public record Sizes(OptionalInt min, OptionalInt max, OptionalInt desired) {}

    /**
     * Its first time after {@code now}, in the template's time; empty if that is more than eight days away. One that
     * recurs happens at its start, too ({@code PutScheduledUpdateGroupAction}).
     */
    public Optional<Instant> after(Instant now) {
        Optional<Instant> next = start.filter(now::isBefore)
                .or(() -> times.flatMap(recurring -> recurring.within(nextMinute(now), LOOK_AHEAD)));
        return next.filter(at -> end.filter(at::isAfter).isEmpty());
    }

    private static Instant nextMinute(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
    }
}
