package io.teal.operate.checklist;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.release.Color;
import java.util.List;

/** Writes checklists as JSON, under the rules of {@code StatusJson}. */
public final class ChecklistJson {
    private ChecklistJson() {}

    /** Puts {@code checklists} into {@code root}, as {@code checklists}. */
    public static void put(List<Checklist> checklists, ObjectNode root) {
        ArrayNode all = root.putArray("checklists");
        checklists.forEach(one -> put(one, all.addObject()));
    }

    private static void put(Checklist checklist, ObjectNode into) {
        into.put("service", checklist.service()).put("at", checklist.at().toString());
        ObjectNode rows = into.putObject("rows");
        checklist.rows().forEach(row -> {
            ObjectNode both = rows.putObject(row.name()).put("together", row.together());
            for (Color color : Color.values()) {
                CheckCell cell = row.cells().get(color);
                both.putObject(color.toString())
                        .put("value", cell.value().orElse(null))
                        .put("shown", cell.shown());
            }
        });
        ArrayNode alarms = into.putArray("alarms");
        checklist
                .alarms()
                .forEach(alarm -> alarms.addObject()
                        .put("name", alarm.name())
                        .put("of", alarm.of())
                        .put("state", orNull(alarm.state()))
                        .put("problem", orNull(alarm.problem())));
        ArrayNode errors = into.putArray("errors");
        checklist.errors().forEach(log -> put(log, errors.addObject()));
    }

    private static void put(ErrorLog log, ObjectNode into) {
        into.put("of", log.of())
                .put("logGroup", log.logGroup())
                .put("problem", orNull(log.problem()))
                .put("whole", log.whole());
        ArrayNode lines = into.putArray("lines");
        log.lines()
                .forEach(line -> lines.addObject()
                        .put("at", line.at().toString())
                        .put("stream", line.stream())
                        .put("text", line.text()));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
