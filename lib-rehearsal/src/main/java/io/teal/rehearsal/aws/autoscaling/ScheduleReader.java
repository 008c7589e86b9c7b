package io.teal.rehearsal.aws.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Fields;
import io.teal.release.InvalidValueException;
import io.teal.release.cutover.Night;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code AWS::AutoScaling::ScheduledAction}. */
public final class ScheduleReader {
    /** The resource type. */
    public static final String SCHEDULE = "AWS::AutoScaling::ScheduledAction";

    private final String id;
    private final Fields fields;

    private ScheduleReader(String id, Fields fields) {
        this.id = id;
        this.fields = fields;
    }

    /**
     * Reads scheduled action {@code id}.
     *
     * @return empty if its times cannot be read, which is noted
     */
    public static Optional<ScheduledSize> read(String id, Fields fields) {
        return new ScheduleReader(id, fields).read();
    }

    private Optional<ScheduledSize> read() {
        ScheduledSize.Sizes sizes = new ScheduledSize.Sizes(size("MinSize"), size("MaxSize"), size("DesiredCapacity"));
        if (sizes.min().isEmpty() && sizes.max().isEmpty() && sizes.desired().isEmpty()) {
            throw fields.refused("it sets no size", "give MinSize, MaxSize or DesiredCapacity");
        }
        Optional<Instant> start = time("StartTime");
        String recurrence = fields.text("Recurrence", "").strip();
        if (recurrence.isEmpty() && start.isEmpty()) {
            throw fields.refused("it has neither Recurrence nor StartTime", "AWS takes no such schedule");
        }
        try {
            Optional<Night> times = recurrence.isEmpty() ? Optional.empty() : Optional.of(times(recurrence));
            String group = fields.referred("AutoScalingGroupName");
            return Optional.of(new ScheduledSize(id, group, times, start, time("EndTime"), sizes));
        } catch (InvalidValueException unreadable) {
            fields.notJudged("what '" + recurrence + "'");
            return Optional.empty();
        }
    }

    private Night times(String recurrence) {
        return new Night(id, recurrence.replaceAll("\\s+", " "), fields.text("TimeZone", "Etc/UTC"));
    }

    private OptionalInt size(String name) {
        JsonNode given = fields.at(name);
        return given.isMissingNode() || given.isNull()
                ? OptionalInt.empty()
                : OptionalInt.of(fields.number(name, given, 0));
    }

    private Optional<Instant> time(String name) {
        String text = fields.text(name, "");
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException malformed) {
            throw fields.refused(name + " must be a time, got '" + text + "'", "write 2026-01-01T20:00:00Z");
        }
    }
}
