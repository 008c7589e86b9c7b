package io.teal.constructs.internal.cutover;

import io.teal.release.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.constructs.Construct;

/**
 * Turns a rolling release back when an alarm goes off: a rule starts a state machine, which ends the instance refresh
 * if the stack is being updated, and so fails the update.
 *
 * <p>The refresh itself knows no alarms: Auto Scaling does not start one while an alarm of its own is in {@code ALARM}
 * or {@code INSUFFICIENT_DATA}, so the way back would fail as well.
 *
 * <p>What CloudFormation does: creates and updates all of it before the group, and deletes it after the group; nothing
 * waits.
 */
public final class TurnBack extends Construct {
    /** An event that comes later belongs to an update that is over. */
    private static final int LONGEST_DELAY_SECONDS = 900;

    private final String group;
    private final CfnStateMachine machine;
    private final List<CfnResource> parts = new ArrayList<>();

    /**
     * Ends the refresh of {@code group} when one of {@code alarms} goes off.
     *
     * @throws InvalidValueException if an alarm is known to be in another region than the stack
     */
    public TurnBack(Construct scope, String id, String group, List<IAlarm> alarms) {
        super(scope, id);
        this.group = group;
        alarms.forEach(alarm -> AlarmEvents.requireSameRegion(this, alarm));
        this.machine = machine();
        parts.add(machine);
        Role starter = Permissions.role(
                this, "RuleRole", "events.amazonaws.com", List.of(allow(machine.getRef(), "states:StartExecution")));
        int first = 0;
        for (List<IAlarm> some : AlarmEvents.perRule(alarms)) {
            parts.add(rule(some, first, starter));
            first += some.size();
        }
    }

    /** What must be there before a release. */
    public List<CfnResource> parts() {
        return List.copyOf(parts);
    }

    private CfnStateMachine machine() {
        String stack = Aws.STACK_ID;
        String autoScalingGroup =
                Permissions.arn(this, "autoscaling", "autoScalingGroup", "*:autoScalingGroupName/" + group);
        Role role = Permissions.role(
                this,
                "MachineRole",
                "states.amazonaws.com",
                List.of(
                        allow(stack, "cloudformation:DescribeStacks", "cloudformation:CancelUpdateStack"),
                        allow(autoScalingGroup, "autoscaling:CancelInstanceRefresh")));
        return CfnStateMachine.Builder.create(this, "Machine")
                .stateMachineType("STANDARD")
                .definitionString(Archive.turnBack())
                .definitionSubstitutions(new TreeMap<>(Map.of(
                        "DescribeStacks", call("cloudformation:describeStacks"),
                        "CancelRefresh", call("autoscaling:cancelInstanceRefresh"),
                        "CancelUpdate", call("cloudformation:cancelUpdateStack"),
                        "Stack", stack,
                        "Group", group)))
                .roleArn(role.getRoleArn())
                .build();
    }

    private static String call(String action) {
        return "arn:" + Aws.PARTITION + ":states:::aws-sdk:" + action;
    }

    private CfnRule rule(List<IAlarm> alarms, int first, Role starter) {
        return CfnRule.Builder.create(this, "Rule" + first)
                .description("Turns a release of " + group + " back when an alarm goes off")
                .eventPattern(AlarmEvents.pattern(alarms))
                .targets(List.of(CfnRule.TargetProperty.builder()
                        .id("TurnBack")
                        .arn(machine.getRef())
                        .roleArn(starter.getRoleArn())
                        .retryPolicy(CfnRule.RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(LONGEST_DELAY_SECONDS)
                                .build())
                        .build()))
                .build();
    }

    private static PolicyStatement allow(String resource, String... actions) {
        return Permissions.allow(List.of(resource), actions);
    }
}
