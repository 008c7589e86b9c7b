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
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** The port on AWS's SDK. */
public final class AwsSdk implements Aws {
    private final MadeOnce<CloudFormationClient> stacks;
    private final MadeOnce<LoadBalancingCalls> balancing;
    private final MadeOnce<AutoScalingCalls> scaling;
    private final MadeOnce<TaggingCalls> hosts;
    private final MadeOnce<CloudWatchCalls> watching;
    private final MadeOnce<StepFunctionsCalls> executions;
    private final MadeOnce<CodeDeployCalls> deployments;

    private AwsSdk(AwsClients clients) {
        this.stacks = new MadeOnce<>(() -> clients.reads(CloudFormationClient.builder()));
        this.balancing = new MadeOnce<>(() -> new LoadBalancingCalls(clients));
        this.scaling = new MadeOnce<>(() -> new AutoScalingCalls(clients));
        this.hosts = new MadeOnce<>(() -> new TaggingCalls(clients));
        this.watching = new MadeOnce<>(() -> new CloudWatchCalls(clients));
        this.executions = new MadeOnce<>(() -> new StepFunctionsCalls(clients));
        this.deployments = new MadeOnce<>(() -> new CodeDeployCalls(clients));
    }

    /** In the account and region of the environment; all its clients are made at once, while a function starts. */
    public static AwsSdk create() {
        AwsSdk all = create(Optional.empty(), Optional.empty());
        Stream.of(all.stacks, all.balancing, all.scaling, all.hosts, all.watching, all.executions, all.deployments)
                .forEach(MadeOnce::get);
        return all;
    }

    /**
     * At another endpoint or in another region; a client is made when it is first used.
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
                () -> stacks.get()
                        .describeStacks(request -> request.stackName(stack))
                        .stacks()
                        .get(0));
        return new StackReading(found.stackStatusAsString(), Boolean.TRUE.equals(found.disableRollback()));
    }

    @Override
    public List<String> describeListeners(String loadBalancer) {
        return balancing.get().listeners(loadBalancer);
    }

    @Override
    public List<ListenerRule> describeRules(String listener) {
        return balancing.get().rules(listener);
    }

    @Override
    public void modifyActions(ListenerRule rule) {
        balancing.get().modify(rule);
    }

    @Override
    public List<TargetHealth> describeTargetHealth(String targetGroup) {
        return balancing.get().health(targetGroup);
    }

    @Override
    public Optional<AutoScalingGroup> describeAutoScalingGroup(String name) {
        return Optional.ofNullable(scaling.get().groups(List.of(name)).get(name));
    }

    @Override
    public Map<String, AutoScalingGroup> describeAutoScalingGroups(Collection<String> names) {
        return scaling.get().groups(names);
    }

    @Override
    public List<ScalingActivity> describeScalingActivities(String group, Instant since) {
        return scaling.get().activities(group, since);
    }

    @Override
    public void setDesiredCapacity(String group, int desired) {
        scaling.get().desire(group, desired);
    }

    @Override
    public void createOrUpdateTag(String group, String key, String value) {
        scaling.get().tag(group, key, value);
    }

    @Override
    public Map<String, Map<String, String>> describeHostTags(String group) {
        return hosts.get().tags(group);
    }

    @Override
    public void tagResources(List<String> arns, String key, String value) {
        hosts.get().tag(arns, key, value);
    }

    @Override
    public Map<String, AlarmReading> describeAlarms(List<String> names) {
        return watching.get().alarms(names);
    }

    @Override
    public Optional<Double> getMetricSum(String metric, Map<String, String> dimensions, Instant from, Instant to) {
        return watching.get().sum(metric, dimensions, from, to);
    }

    @Override
    public void startExecution(String stateMachine, String name, Map<String, Object> input) {
        executions.get().start(stateMachine, name, input);
    }

    @Override
    public List<Execution> listExecutions(String stateMachine) {
        return executions.get().list(stateMachine);
    }

    @Override
    public Optional<Map<String, Object>> describeExecutionOutput(String execution) {
        return executions.get().output(execution);
    }

    @Override
    public void stopExecution(String execution, String cause) {
        executions.get().stop(execution, cause);
    }

    @Override
    public CodeDeploy codeDeploy() {
        return deployments.get();
    }
}
