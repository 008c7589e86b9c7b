package io.teal.constructs.internal.cutover;

import io.teal.release.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.constructs.Construct;

/** Rules of EventBridge that hear of alarms. */
final class AlarmEvents {
    /** A pattern has 2,048 characters at most, and an alarm's ARN may have 320. */
    private static final int ALARMS_OF_A_RULE = 5;

    /** Which part of an ARN is the region. */
    private static final int REGION = 3;

    private AlarmEvents() {}

    /** {@code alarms}, so many together as one rule can hear of. */
    static List<List<IAlarm>> perRule(List<IAlarm> alarms) {
        List<List<IAlarm>> rules = new ArrayList<>();
        for (int first = 0; first < alarms.size(); first += ALARMS_OF_A_RULE) {
            rules.add(alarms.subList(first, Math.min(alarms.size(), first + ALARMS_OF_A_RULE)));
        }
        return rules;
    }

    /** The pattern of a rule that hears when one of {@code alarms} goes off. */
    static Map<String, Object> pattern(List<IAlarm> alarms) {
        return new TreeMap<>(Map.of(
                "source", List.of("aws.cloudwatch"),
                "detail-type", List.of("CloudWatch Alarm State Change"),
                "resources", alarms.stream().map(IAlarm::getAlarmArn).toList(),
                "detail", Map.of("state", Map.of("value", List.of("ALARM")))));
    }

    /**
     * CloudWatch tells of an alarm in the alarm's own region; an ARN that was imported names it.
     *
     * @throws InvalidValueException if {@code alarm} is known to be in another region than the stack of {@code scope}
     */
    static void requireSameRegion(Construct scope, IAlarm alarm) {
        String arn = alarm.getAlarmArn();
        String ours = Stack.of(scope).getRegion();
        InvalidValueException.require(
                Token.isUnresolved(arn) || Token.isUnresolved(ours) || arn.split(":")[REGION].equals(ours),
                "an alarm that turns a release back must be in its region, " + ours + ", got " + arn,
                "watch the metric by an alarm in " + ours);
    }
}
