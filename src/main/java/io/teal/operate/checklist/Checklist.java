package io.teal.operate.checklist;

import java.time.Instant;
import java.util.List;

/**
 * What both colours of a service do.
 *
 * @param service its name
 * @param at when it was read
 * @param rows figures, in the order in which they are shown
 * @param alarms the alarms that roll a release back
 * @param errors lines of the logs that tell of an error
 */
public record Checklist(
        String service, Instant at, List<CheckRow> rows, List<AlarmLine> alarms, List<ErrorLog> errors) {
    /** Copies the lists. */
    public Checklist {
        rows = List.copyOf(rows);
        alarms = List.copyOf(alarms);
        errors = List.copyOf(errors);
    }
}
