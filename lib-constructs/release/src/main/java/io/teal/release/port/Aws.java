package io.teal.release.port;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AWS, in its own words. Each method is one call (or one paginated call) and holds no policy: no read-back, no colours.
 * Calls that only read may be repeated by the client; a call that changes something is sent once.
 *
 * @see AwsException for what it throws
 */
public interface Aws {

    /** CloudFormation {@code DescribeStacks}. */
    StackReading describeStack(String stack);

    /** The same call: the stack's status. */
    default String describeStackStatus(String stack) {
        return describeStack(stack).status();
    }

    /** Elastic Load Balancing {@code DescribeListeners}: the ARNs of a load balancer's listeners. */
    List<String> describeListeners(String loadBalancer);

    /**
     * Elastic Load Balancing {@code DescribeRules}: every rule of a listener, its default one included; that of a
     * Network Load Balancer's listener by {@code DescribeListeners}.
     */
    List<ListenerRule> describeRules(String listener);

    /** {@code ModifyListener} for a default rule, {@code ModifyRule} for any other: replaces all its actions. */
    void modifyActions(ListenerRule rule);

    /** {@code DescribeTargetHealth}. */
    List<TargetHealth> describeTargetHealth(String targetGroup);

    /** Auto Scaling {@code DescribeAutoScalingGroups}; empty if there is no such group. */
    Optional<AutoScalingGroup> describeAutoScalingGroup(String name);

    /** The same of several, in one call: by name, without those that do not exist. */
    default Map<String, AutoScalingGroup> describeAutoScalingGroups(Collection<String> names) {
        Map<String, AutoScalingGroup> groups = new HashMap<>();
        names.forEach(name -> describeAutoScalingGroup(name).ifPresent(group -> groups.put(name, group)));
        return groups;
    }

    /** {@code DescribeScalingActivities}: those of a group that began at or after {@code since}, newest first. */
    List<ScalingActivity> describeScalingActivities(String group, Instant since);

    /** {@code SetDesiredCapacity}, without honouring the cooldown. */
    void setDesiredCapacity(String group, int desired);

    /** {@code CreateOrUpdateTags} on a group, not propagated to its hosts. */
    void createOrUpdateTag(String group, String key, String value);

    /**
     * Resource Groups Tagging API {@code GetResources}: the tags of each host of an Auto Scaling group; a host that is
     * too new to be known is left out.
     */
    Map<String, Map<String, String>> describeHostTags(String group);

    /**
     * Resource Groups Tagging API {@code TagResources}: gives each of {@code arns}, 20 at most, a tag.
     *
     * @throws AwsException if one of them was not tagged
     */
    void tagResources(List<String> arns, String key, String value);

    /** CloudWatch {@code DescribeAlarms}: each that exists, by name; a name without an entry does not exist. */
    Map<String, AlarmReading> describeAlarms(List<String> names);

    /** CloudWatch {@code GetMetricData}: the sum of a load balancer's metric for one target group; empty if no data. */
    Optional<Double> getMetricSum(String metric, Map<String, String> dimensions, Instant from, Instant to);

    /**
     * Step Functions {@code StartExecution}.
     *
     * @throws AwsException with code {@code ExecutionAlreadyExists} if the name is taken
     */
    void startExecution(String stateMachine, String name, Map<String, Object> input);

    /** Step Functions {@code ListExecutions}: the newest hundred, newest first. */
    List<Execution> listExecutions(String stateMachine);

    /** Step Functions {@code DescribeExecution}: an execution's output; empty if it has not succeeded. */
    Optional<Map<String, Object>> describeExecutionOutput(String execution);

    /** Step Functions {@code StopExecution}. */
    void stopExecution(String execution, String cause);

    /** CodeDeploy. */
    CodeDeploy codeDeploy();
}
