package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.TargetHealth;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Why a run failed, as an operator needs it: what happened, what was seen, what to look at. */
final class Explanation {
    private final Aws aws;
    private final CutoverProperties properties;

    Explanation(Aws aws, CutoverProperties properties) {
        this.aws = aws;
        this.properties = properties;
    }

    /** {@code why}, then the state of {@code color} and the live weights, then a command. */
    String of(Color color, String why) {
        String group = properties.of(color).targetGroups().get(0);
        return why + alarms(color) + "; " + targets(color, group) + "; live weights blue/green " + weights()
                + "; look: aws elbv2 describe-target-health --target-group-arn " + group;
    }

    private String alarms(Color color) {
        List<String> names = properties.alarms(color);
        try {
            Map<String, String> states = names.isEmpty() ? Map.of() : aws.describeAlarms(names);
            String inAlarm = names.stream()
                    .filter(name -> "ALARM".equals(states.get(name)))
                    .collect(Collectors.joining(", "));
            return inAlarm.isEmpty() ? "" : "; in ALARM: " + inAlarm;
        } catch (AwsException unreadable) {
            return "; alarms cannot be read";
        }
    }

    private String targets(Color color, String group) {
        try {
            Map<String, Long> states = aws.describeTargetHealth(group).stream()
                    .collect(Collectors.groupingBy(Explanation::state, TreeMap::new, Collectors.counting()));
            String list = states.entrySet().stream()
                    .map(state -> state.getValue() + " " + state.getKey())
                    .collect(Collectors.joining(", "));
            return color + "'s targets: " + (list.isEmpty() ? "none" : list);
        } catch (AwsException unreadable) {
            return color + "'s targets cannot be read";
        }
    }

    private static String state(TargetHealth target) {
        return target.reason().isEmpty() ? target.state() : target.state() + " (" + target.reason() + ")";
    }

    private String weights() {
        try {
            return new Observer(aws, properties, Clock.systemUTC())
                    .live()
                    .map(Object::toString)
                    .orElse("not set up yet");
        } catch (AwsException unreadable) {
            return "cannot be read";
        }
    }
}
