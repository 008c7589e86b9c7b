package io.teal.runtime.aws;

import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.ScalingActivity;
import io.teal.release.port.StackReading;
import io.teal.release.port.TargetHealth;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** The port on AWS's SDK. */
public final class AwsSdk implements Aws {
    private final CloudFormationClient stacks;
    private final LoadBalancingCalls balancing;
    private final AutoScalingCalls scaling;
    private final TaggingCalls hosts;
    private final CloudWatchCalls watching;
    private final StepFunctionsCalls executions;
    private final CodeDeployCalls deployments;

    private AwsSdk(AwsClients clients) {
        this.stacks = clients.reads(CloudFormationClient.builder());
        this.balancing = new LoadBalancingCalls(clients);
        this.scaling = new AutoScalingCalls(clients);
        this.hosts = new TaggingCalls(clients);
        this.watching = new CloudWatchCalls(clients);
        this.executions = new StepFunctionsCalls(clients);
        this.deployments = new CodeDeployCalls(clients);
    }

    /** In the account and region of the environment. */
    public static AwsSdk create() {
        return create(Optional.empty(), Optional.empty());
    }

    /**
     * At another endpoint or in another region.
     *
     * @param endpoint endpoint of all services, if not AWS
     * @param region the region, if it is not the environment's
     */
    public static AwsSdk create(Optional<URI> endpoint, Optional<String> region) {
        return new AwsSdk(new AwsClients(endpoint, region));
    }

    @Override
    public StackReading describeStack(String stack) {
        Stack found = AwsCalls.of(
                "DescribeStacks " + stack,
                () -> stacks.describeStacks(request -> request.stackName(stack))
                        .stacks()
                        .get(0));
        return new StackReading(found.stackStatusAsString(), Boolean.TRUE.equals(found.disableRollback()));
    }

    @Override
    public List<String> describeListeners(String loadBalancer) {
        return balancing.listeners(loadBalancer);
    }

    @Override
    public List<ListenerRule> describeRules(String listener) {
        return balancing.rules(listener);
    }

    @Override
    public void modifyActions(ListenerRule rule) {
        balancing.modify(rule);
    }

    @Override
    public List<TargetHealth> describeTargetHealth(String targetGroup) {
        return balancing.health(targetGroup);
    }

    @Override
    public Optional<AutoScalingGroup> describeAutoScalingGroup(String name) {
        return Optional.ofNullable(scaling.groups(List.of(name)).get(name));
    }

    @Override
    public Map<String, AutoScalingGroup> describeAutoScalingGroups(Collection<String> names) {
        return scaling.groups(names);
    }

    @Override
    public List<ScalingActivity> describeScalingActivities(String group, Instant since) {
        return scaling.activities(group, since);
    }

    @Override
    public void setDesiredCapacity(String group, int desired) {
        scaling.desire(group, desired);
    }

    @Override
    public void createOrUpdateTag(String group, String key, String value) {
        scaling.tag(group, key, value);
    }

    @Override
    public Map<String, Map<String, String>> describeHostTags(String group) {
        return hosts.tags(group);
    }

    @Override
    public void tagResources(List<String> arns, String key, String value) {
        hosts.tag(arns, key, value);
    }

    @Override
    public Map<String, AlarmReading> describeAlarms(List<String> names) {
        return watching.alarms(names);
    }

    @Override
    public Optional<Double> getMetricSum(String metric, Map<String, String> dimensions, Instant from, Instant to) {
        return watching.sum(metric, dimensions, from, to);
    }

    @Override
    public void startExecution(String stateMachine, String name, Map<String, Object> input) {
        executions.start(stateMachine, name, input);
    }

    @Override
    public List<Execution> listExecutions(String stateMachine) {
        return executions.list(stateMachine);
    }

    @Override
    public Optional<Map<String, Object>> describeExecutionOutput(String execution) {
        return executions.output(execution);
    }

    @Override
    public void stopExecution(String execution, String cause) {
        executions.stop(execution, cause);
    }

    @Override
    public CodeDeploy codeDeploy() {
        return deployments;
    }
}
