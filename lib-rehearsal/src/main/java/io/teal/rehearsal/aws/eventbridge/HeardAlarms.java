package io.teal.rehearsal.aws.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import java.util.ArrayList;
import java.util.List;

/** What an {@code AWS::Events::Rule} hears of alarms. */
public final class HeardAlarms {
    private static final String NAME = ":alarm:";

    private HeardAlarms() {}

    /** Whether the rule in {@code fields} is enabled: a disabled one matches no event. */
    public static boolean isEnabled(Fields fields) {
        String state = fields.text("State", "ENABLED");
        if (!state.equals("DISABLED") && !state.startsWith("ENABLED")) {
            throw fields.refused("State must be ENABLED or DISABLED, got '" + state + "'", "write one of them");
        }
        return !state.equals("DISABLED");
    }

    /** The alarms, by logical id or name, of which it hears when one goes off. */
    public static List<String> goingOff(Fields fields) {
        JsonNode pattern = fields.at("EventPattern");
        boolean goesOff = names(pattern.path("source"), "aws.cloudwatch")
                && names(pattern.path("detail-type"), "CloudWatch Alarm State Change")
                && names(pattern.path("detail").path("state").path("value"), "ALARM");
        List<String> alarms = new ArrayList<>();
        if (goesOff) {
            pattern.path("resources").forEach(arn -> alarms.add(alarm(Opaque.written(arn))));
        }
        return alarms;
    }

    private static boolean names(JsonNode values, String wanted) {
        return values.valueStream().anyMatch(value -> value.asText().equals(wanted));
    }

    private static String alarm(String arn) {
        return Opaque.owner(arn)
                .orElseGet(() -> arn.contains(NAME) ? arn.substring(arn.indexOf(NAME) + NAME.length()) : arn);
    }
}
