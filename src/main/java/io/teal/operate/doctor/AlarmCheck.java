package io.teal.operate.doctor;

import io.teal.release.port.AlarmReading;
import io.teal.release.port.Aws;
import java.util.List;
import java.util.Map;

/** Whether the alarms of a service are there and quiet. */
final class AlarmCheck {
    private AlarmCheck() {}

    /**
     * Of the alarms called {@code names}; {@code fix} says whether a release passes while one is in ALARM before it.
     */
    static CheckResult of(Aws aws, List<String> names, boolean fix) {
        Map<String, AlarmReading> read = names.isEmpty() ? Map.of() : aws.describeAlarms(names);
        List<String> gone =
                names.stream().filter(name -> !read.containsKey(name)).toList();
        List<String> raised = names.stream()
                .filter(name -> read.containsKey(name) && read.get(name).alarms())
                .toList();
        if (!gone.isEmpty()) {
            return CheckResult.bad(
                    "", "there is no alarm " + String.join(", ", gone), "deploy, or remove it from the options");
        }
        if (raised.isEmpty()) {
            return CheckResult.ok("", names.size() + " alarms, none in ALARM");
        }
        String seen = "in ALARM: " + String.join(", ", raised);
        return fix
                ? CheckResult.note("", seen + "; it counts once it has been out of it", "find out why")
                : CheckResult.bad("", seen + "; a release would turn back", "find out why before you deploy");
    }
}
