package io.teal.operate;

import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.ScalingActivity;
import io.teal.release.port.StackReading;
import io.teal.release.port.TargetHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the verbs see of a service, in memory; every write is noted, and what no verb may call throws. */
public final class OperatorAws implements Aws {
    public String stack = "UPDATE_COMPLETE";
    public ListenerRule production;
    public final Map<String, List<TargetHealth>> health = new HashMap<>();
    public final Map<String, AutoScalingGroup> groups = new HashMap<>();
    public final Map<String, Map<String, String>> hosts = new HashMap<>();
    public final List<Execution> executions = new ArrayList<>();
    public final List<String> writes = new ArrayList<>();
    public final Map<String, Map<String, Object>> outputs = new HashMap<>();
    public final Map<String, AlarmReading> alarms = new HashMap<>();
    public Optional<AwsException> refused = Optional.empty();
    public int throttled;

    @Override
    public StackReading describeStack(String name) {
        return new StackReading(stack, false);
    }

    @Override
    public List<String> describeListeners(String loadBalancer) {
        return List.of("listener");
    }

    @Override
    public List<ListenerRule> describeRules(String listener) {
        return production == null ? List.of() : List.of(production);
    }

    @Override
    public void modifyActions(ListenerRule rule) {
        if (throttled > 0) {
            throttled--;
            throw new AwsException("Throttling", "ModifyListener: Rate exceeded", null);
        }
        writes.add("weights "
                + rule.actions().get(0).groups().stream()
                        .map(group -> Integer.toString(group.weight()))
                        .toList());
        production = rule;
    }

    @Override
    public List<TargetHealth> describeTargetHealth(String targetGroup) {
        return health.getOrDefault(targetGroup, List.of());
    }

    @Override
    public Optional<AutoScalingGroup> describeAutoScalingGroup(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    @Override
    public List<ScalingActivity> describeScalingActivities(String group, Instant since) {
        throw new UnsupportedOperationException("no verb reads scaling activities");
    }

    @Override
    public void setDesiredCapacity(String group, int desired) {
        writes.add("desired " + group + " " + desired);
    }

    @Override
    public void createOrUpdateTag(String group, String key, String value) {
        writes.add("tag " + group + " " + key + "=" + value);
    }

    @Override
    public Map<String, Map<String, String>> describeHostTags(String group) {
        return hosts;
    }

    @Override
    public Map<String, AlarmReading> describeAlarms(List<String> names) {
        refused.ifPresent(failure -> {
            throw failure;
        });
        return Map.copyOf(alarms);
    }

    @Override
    public Optional<Double> getMetricSum(String metric, Map<String, String> dimensions, Instant from, Instant to) {
        return Optional.of(3600.0);
    }

    @Override
    public void startExecution(String stateMachine, String name, Map<String, Object> input) {
        throw new UnsupportedOperationException("no verb starts a run");
    }

    @Override
    public List<Execution> listExecutions(String stateMachine) {
        return executions;
    }

    @Override
    public Optional<Map<String, Object>> describeExecutionOutput(String execution) {
        return Optional.ofNullable(outputs.get(execution));
    }

    @Override
    public void stopExecution(String execution, String cause) {
        throw new UnsupportedOperationException("no verb stops a run");
    }

    @Override
    public void tagResources(List<String> arns, String key, String value) {
        throw new UnsupportedOperationException("nothing is installed here");
    }

    @Override
    public CodeDeploy codeDeploy() {
        throw new UnsupportedOperationException("nothing is installed here");
    }
}
