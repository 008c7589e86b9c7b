package io.teal.release.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outside, in AWS's words. Each method is one call (or one paginated call) and holds no policy: no retry beyond the
 * client's own, no read-back, no idea of colours.
 *
 * @see AwsException for what it throws
 */
public interface Aws {

    /** CloudFormation {@code DescribeStacks}: the stack's status. */
    String describeStackStatus(String stack);

    /** Elastic Load Balancing {@code DescribeListeners} or {@code DescribeRules}: every rule of a listener. */
    List<ListenerRule> describeRules(String listener);

    /** {@code ModifyListener} for a default rule, {@code ModifyRule} for any other: replaces all its actions. */
    void modifyActions(ListenerRule rule);

    /** {@code DescribeTargetHealth}. */
    List<TargetHealth> describeTargetHealth(String targetGroup);

    /** Auto Scaling {@code DescribeAutoScalingGroups}; empty if there is no such group. */
    Optional<AutoScalingGroup> describeAutoScalingGroup(String name);

    /** {@code SetDesiredCapacity}, without honouring the cooldown. */
    void setDesiredCapacity(String group, int desired);

    /** {@code CreateOrUpdateTags} on a group, not propagated to its hosts. */
    void createOrUpdateTag(String group, String key, String value);

    /** EC2 {@code DescribeInstances}: each host's tags. */
    Map<String, Map<String, String>> describeInstanceTags(List<String> instances);

    /** CloudWatch {@code DescribeAlarms}: the state of each that exists; a name without an entry does not exist. */
    Map<String, String> describeAlarms(List<String> names);

    /** CloudWatch {@code GetMetricData}: the sum of a load balancer's metric for one target group; empty if no data. */
    Optional<Double> getMetricSum(String metric, Map<String, String> dimensions, Instant from, Instant to);

    /** Step Functions {@code ListExecutions}: those that run, oldest first. */
    List<Execution> listRunningExecutions(String stateMachine);

    /** Step Functions {@code StopExecution}. */
    void stopExecution(String execution, String cause);

    /** Lambda {@code Invoke}, waiting for the answer. */
    String invoke(String function, String payload);
}
