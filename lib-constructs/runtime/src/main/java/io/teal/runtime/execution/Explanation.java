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
import java.util.function.Supplier;
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
        return read("; alarms ", () -> {
            Map<String, String> states = names.isEmpty() ? Map.of() : aws.describeAlarms(names);
            List<String> inAlarm = names.stream()
                    .filter(name -> "ALARM".equals(states.get(name)))
                    .toList();
            return inAlarm.isEmpty() ? "" : "; in ALARM: " + String.join(", ", inAlarm);
        });
    }

    private String targets(Color color, String group) {
        return read(color + "'s targets ", () -> {
            List<String> states = aws.describeTargetHealth(group).stream()
                    .collect(Collectors.groupingBy(Explanation::state, TreeMap::new, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(state -> state.getValue() + " " + state.getKey())
                    .toList();
            return color + "'s targets: " + (states.isEmpty() ? "none" : String.join(", ", states));
        });
    }

    private static String state(TargetHealth target) {
        return target.reason().isEmpty() ? target.state() : target.state() + " (" + target.reason() + ")";
    }

    private String weights() {
        Observer observer = new Observer(aws, properties, Clock.systemUTC());
        return read("", () -> observer.live().map(Object::toString).orElse("not set up yet"));
    }

    private static String read(String what, Supplier<String> read) {
        try {
            return read.get();
        } catch (AwsException unreadable) {
            return what + "cannot be read";
        }
    }
}
