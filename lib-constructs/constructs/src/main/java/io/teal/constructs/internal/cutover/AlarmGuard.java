package io.teal.constructs.internal.cutover;

import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.constructs.Construct;

/**
 * Wakes the function after a release: when an alarm goes off, and every five minutes, so that an event which was lost
 * is found. The function decides; it is there only while there is a standby.
 *
 * <p>What CloudFormation does: creates and updates all of it after function and alarms, and deletes it in the cleanup
 * of the deploy that retires the standby; nothing waits.
 */
final class AlarmGuard extends Construct {
    private static final String SCHEDULE = "rate(5 minutes)";

    /** The schedule looks again sooner than that. */
    private static final int LONGEST_DELAY_SECONDS = 300;

    private final String function;
    private final String input;

    /**
     * Wakes {@code function} for the service that {@code machine} releases.
     *
     * @throws InvalidValueException if an alarm is known to be in another region than the stack
     */
    AlarmGuard(Construct scope, String id, String function, String machine, List<IAlarm> alarms) {
        super(scope, id);
        alarms.forEach(alarm -> AlarmEvents.requireSameRegion(this, alarm));
        this.function = function;
        this.input = Stack.of(this)
                .toJsonString(Map.of("guard", new TreeMap<>(Map.of("machine", machine, "stack", Aws.STACK_ID))));
        int number = 0;
        for (List<IAlarm> some : AlarmEvents.perRule(alarms)) {
            String name = "Alarms" + number++;
            wakes(name, rule(name).eventPattern(AlarmEvents.pattern(some)));
        }
        wakes("Schedule", rule("Schedule").scheduleExpression(SCHEDULE));
    }

    private CfnRule.Builder rule(String name) {
        return CfnRule.Builder.create(this, name)
                .description("Returns traffic to the standby when an alarm goes off after a release")
                .targets(List.of(CfnRule.TargetProperty.builder()
                        .id("Function")
                        .arn(function)
                        .input(input)
                        .retryPolicy(CfnRule.RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(LONGEST_DELAY_SECONDS)
                                .build())
                        .build()));
    }

    private void wakes(String name, CfnRule.Builder rule) {
        CfnPermission.Builder.create(this, name + "Permission")
                .action("lambda:InvokeFunction")
                .functionName(function)
                .principal("events.amazonaws.com")
                .sourceArn(rule.build().getAttrArn())
                .build();
    }
}
