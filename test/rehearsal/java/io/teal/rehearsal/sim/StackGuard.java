package io.teal.rehearsal.sim;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.release.Color;
import java.util.Map;

/** What wakes the guard, as Teal's constructs write it: a rule that hears of alarms, and a schedule. */
final class StackGuard {
    static final String ALARMS = "GuardAlarms";
    private static final String SCHEDULE = "GuardSchedule";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> GUARD =
            Map.of("guard", Map.of("machine", Template.MACHINE, "stack", "arn:stack/shop"));

    private final StackTemplate stack;

    StackGuard(StackTemplate stack) {
        this.stack = stack;
    }

    void write() {
        ObjectNode pattern = rule(ALARMS).putObject("EventPattern");
        pattern.putArray("source").add("aws.cloudwatch");
        pattern.putArray("detail-type").add("CloudWatch Alarm State Change");
        pattern.putObject("detail").putObject("state").putArray("value").add("ALARM");
        for (Color color : Color.values()) {
            pattern.withArray("resources").add("arn:alarm:" + Template.alarm(color));
        }
        rule(SCHEDULE).put("ScheduleExpression", "rate(5 minutes)");
    }

    private ObjectNode rule(String id) {
        ObjectNode permission = stack.add(id + "Permission", "AWS::Lambda::Permission");
        permission.put("Principal", "events.amazonaws.com").put("Action", "lambda:InvokeFunction");
        permission.set("FunctionName", StackTemplate.reference(Part.FUNCTION.id));
        permission.set("SourceArn", StackTemplate.attribute(id, "Arn"));
        ObjectNode rule = stack.add(id, "AWS::Events::Rule");
        ObjectNode target = rule.putArray("Targets").addObject().put("Id", "Function");
        target.put("Input", JSON.valueToTree(GUARD).toString());
        target.set("Arn", StackTemplate.attribute(Part.FUNCTION.id, "Arn"));
        return rule;
    }
}
