package io.teal.runtime.aws;

import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.TargetHealth;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** The port on AWS's SDK. */
public final class AwsSdk implements Aws {
    private final CloudFormationClient stacks;
    private final Balancing balancing;
    private final Scaling scaling;
    private final Hosts hosts;
    private final Watching watching;
    private final Executions executions;
    private final Deployments deployments;

    private AwsSdk(Clients clients) {
        this.stacks = clients.reads(CloudFormationClient.builder());
        this.balancing = new Balancing(clients);
        this.scaling = new Scaling(clients);
        this.hosts = new Hosts(clients);
        this.watching = new Watching(clients);
        this.executions = new Executions(clients);
        this.deployments = new Deployments(clients);
    }

    /** In the account and region of the environment. */
    public static AwsSdk create() {
        return create(Optional.empty(), Optional.empty());
    }

    /**
     * In another place.
     *
     * @param endpoint where all services are, if not at AWS
     * @param region the region, if it is not the environment's
     */
    public static AwsSdk create(Optional<URI> endpoint, Optional<String> region) {
        return new AwsSdk(new Clients(endpoint, region));
    }

    @Override
    public String describeStackStatus(String stack) {
        return SdkCalls.of(
                "DescribeStacks " + stack,
                () -> stacks.describeStacks(request -> request.stackName(stack))
                        .stacks()
                        .get(0)
                        .stackStatusAsString());
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
        return scaling.group(name);
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
    public Map<String, String> describeAlarms(List<String> names) {
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
