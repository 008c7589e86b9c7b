package io.teal.operate.doctor;

import io.teal.operate.account.SingleFleet;
import io.teal.operate.account.StackState;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.ListenerRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Calls that a verb makes, by the resource on which IAM is asked about them; {@code *} for those that AWS knows no
 * resource of.
 *
 * @param byResource actions by ARN, in order
 */
record NeededCalls(Map<String, List<String>> byResource) {
    /** Auto Scaling's ARNs have an id that nobody writes into a policy; IAM compares the rest. */
    private static final String ANY_ID = "autoScalingGroup:00000000-0000-0000-0000-000000000000:autoScalingGroupName/";

    private static final List<String> STACK =
            List.of("cloudformation:DescribeStacks", "cloudformation:GetTemplate", "cloudformation:ListStackResources");

    private static final List<String> SINGLE = List.of(
            "cloudformation:ListExports",
            "elasticloadbalancing:DescribeTargetHealth",
            "autoscaling:DescribeAutoScalingGroups",
            "autoscaling:DescribeInstanceRefreshes");

    private static final List<String> COLORS = List.of(
            "cloudformation:ListExports",
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeRules",
            "elasticloadbalancing:DescribeTargetHealth",
            "autoscaling:DescribeAutoScalingGroups",
            "tag:GetResources",
            "ec2:DescribeLaunchTemplates",
            "cloudwatch:GetMetricData");

    /** What {@code plan} asks of a service with two colours. */
    static NeededCalls plan(StackState stack, CutoverProperties service) {
        Map<String, List<String>> calls = new LinkedHashMap<>();
        calls.put("*", COLORS);
        calls.put(stack.id(), STACK);
        String machine = service.stateMachine();
        calls.put(machine, List.of("states:ListExecutions"));
        calls.put(
                stack.arn("states", "execution:" + machine.substring(machine.lastIndexOf(':') + 1) + ":any"),
                List.of("states:DescribeExecution", "states:GetExecutionHistory"));
        return new NeededCalls(calls);
    }

    /** What {@code rollback} calls beyond those: {@code rules} are those that it would write. */
    static NeededCalls rollBack(StackState stack, CutoverProperties service, List<ListenerRule> rules) {
        Map<String, List<String>> calls = new LinkedHashMap<>();
        for (ListenerRule rule : rules) {
            calls.put(
                    rule.arn(),
                    List.of(
                            rule.isDefault()
                                    ? "elasticloadbalancing:ModifyListener"
                                    : "elasticloadbalancing:ModifyRule"));
        }
        Stream.of(Color.values())
                .map(color -> group(stack, service.of(color).group()))
                .forEach(group -> calls.put(group, List.of("autoscaling:SetDesiredCapacity")));
        calls.put(stack.id(), List.of("cloudformation:CancelUpdateStack"));
        return new NeededCalls(calls);
    }

    /** What {@code plan} asks of a service with one fleet. */
    static NeededCalls plan(StackState stack) {
        Map<String, List<String>> calls = new LinkedHashMap<>();
        calls.put("*", SINGLE);
        calls.put(stack.id(), STACK);
        return new NeededCalls(calls);
    }

    /** What the commands call that {@code rollback} names for a service with one fleet. */
    static NeededCalls rollBack(StackState stack, SingleFleet fleet) {
        Map<String, List<String>> calls = new LinkedHashMap<>();
        if (!fleet.inPlace()) {
            calls.put(
                    group(stack, fleet.group()),
                    List.of("autoscaling:CancelInstanceRefresh", "autoscaling:RollbackInstanceRefresh"));
        }
        calls.put(stack.id(), List.of("cloudformation:CancelUpdateStack"));
        return new NeededCalls(calls);
    }

    /** Both. */
    NeededCalls and(NeededCalls more) {
        Map<String, List<String>> all = new LinkedHashMap<>(byResource);
        more.byResource.forEach((resource, actions) -> all.merge(
                resource,
                actions,
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        return new NeededCalls(all);
    }

    private static String group(StackState stack, String name) {
        return stack.arn("autoscaling", ANY_ID + name);
    }

    /** The actions, each once, sorted. */
    List<String> actions() {
        TreeSet<String> all = new TreeSet<>();
        byResource.values().forEach(all::addAll);
        return new ArrayList<>(all);
    }
}
