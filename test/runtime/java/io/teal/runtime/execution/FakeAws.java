package io.teal.runtime.execution;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small account in memory: what is put in is read out, and every write is noted. */
public class FakeAws implements Aws {
    public String stack = "UPDATE_IN_PROGRESS";
    public boolean noRollback;
    public final Map<String, List<ListenerRule>> rules = new LinkedHashMap<>();
    public final Map<String, List<TargetHealth>> health = new HashMap<>();
    public final Map<String, AutoScalingGroup> groups = new HashMap<>();
    public final Map<String, Map<String, String>> hosts = new HashMap<>();
    public final Map<String, AlarmReading> alarms = new HashMap<>();
    public final Map<String, List<ScalingActivity>> activities = new HashMap<>();
    public final List<Execution> executions = new ArrayList<>();
    public final Map<String, Map<String, Object>> outputs = new HashMap<>();
    public CodeDeploy codeDeploy;
    public final List<String> writes = new ArrayList<>();
    public Optional<String> broken = Optional.empty();
    public String code = "Throttling";

    private void call(String name) {
        if (broken.filter(name::equals).isPresent()) {
            throw new AwsException(code, name + ": Rate exceeded", null);
        }
    }

    @Override
    public StackReading describeStack(String name) {
        call("describeStackStatus");
        return new StackReading(stack, noRollback);
    }

    @Override
    public List<String> describeListeners(String loadBalancer) {
        call("describeListeners");
        return List.copyOf(rules.keySet());
    }

    @Override
    public List<ListenerRule> describeRules(String listener) {
        call("describeRules");
        return rules.get(listener);
    }

    @Override
    public void modifyActions(ListenerRule rule) {
        call("modifyActions");
        writes.add("modify " + rule.arn());
        rules.replaceAll((listener, all) -> all.stream()
                .map(one -> one.arn().equals(rule.arn()) ? rule : one)
                .toList());
    }

    @Override
    public List<TargetHealth> describeTargetHealth(String targetGroup) {
        call("describeTargetHealth");
        return health.getOrDefault(targetGroup, List.of());
    }

    @Override
    public Optional<AutoScalingGroup> describeAutoScalingGroup(String name) {
        call("describeAutoScalingGroup");
        return Optional.ofNullable(groups.get(name));
    }

    @Override
    public List<ScalingActivity> describeScalingActivities(String group, Instant since) {
        call("describeScalingActivities");
        return activities.getOrDefault(group, List.of()).stream()
                .filter(one -> !one.started().isBefore(since))
                .toList();
    }

    @Override
    public void setDesiredCapacity(String group, int desired) {
        call("setDesiredCapacity");
        writes.add("desired " + group + " " + desired);
        groups.computeIfPresent(
                group,
                (name, was) -> new AutoScalingGroup(
                        name,
                        desired,
                        was.min(),
                        was.max(),
                        was.launchTemplateVersion(),
                        was.instances(),
                        was.outdated(),
                        was.tags()));
    }

    @Override
    public void createOrUpdateTag(String group, String key, String value) {
        call("createOrUpdateTag");
        writes.add("tag " + group + " " + key + "=" + value);
        groups.computeIfPresent(group, (name, was) -> {
            Map<String, String> tags = new HashMap<>(was.tags());
            tags.put(key, value);
            return new AutoScalingGroup(
                    name,
                    was.desired(),
                    was.min(),
                    was.max(),
                    was.launchTemplateVersion(),
                    was.instances(),
                    was.outdated(),
                    tags);
        });
    }

    @Override
    public Map<String, Map<String, String>> describeHostTags(String group) {
        call("describeHostTags");
        return hosts;
    }

    @Override
    public void tagResources(List<String> arns, String key, String value) {
        call("tagResources");
        if (arns.size() > 20) {
            throw new AwsException("InvalidParameterException", "tagResources: 20 resources at most", null);
        }
        writes.add("tag " + arns + " " + key + "=" + value);
        for (String arn : arns) {
            hosts.computeIfPresent(arn.substring(arn.lastIndexOf('/') + 1), (host, was) -> {
                Map<String, String> tags = new HashMap<>(was);
                tags.put(key, value);
                return tags;
            });
        }
    }

    @Override
    public Map<String, AlarmReading> describeAlarms(List<String> names) {
        call("describeAlarms");
        return alarms;
    }

    @Override
    public Optional<Double> getMetricSum(String metric, Map<String, String> dimensions, Instant from, Instant to) {
        call("getMetricSum");
        return Optional.of(100.0);
    }

    @Override
    public void startExecution(String stateMachine, String name, Map<String, Object> input) {
        call("startExecution");
        if (executions.stream().anyMatch(run -> run.name().equals(name))) {
            throw new AwsException("ExecutionAlreadyExists", name, null);
        }
        writes.add("start " + name);
        executions.add(0, new Execution("arn:" + name, name, "RUNNING", Instant.EPOCH));
    }

    @Override
    public List<Execution> listExecutions(String stateMachine) {
        call("listExecutions");
        return List.copyOf(executions);
    }

    @Override
    public Optional<Map<String, Object>> describeExecutionOutput(String execution) {
        call("describeExecutionOutput");
        return Optional.ofNullable(outputs.get(execution));
    }

    @Override
    public void stopExecution(String execution, String cause) {
        call("stopExecution");
        writes.add("stop " + execution);
    }

    @Override
    public CodeDeploy codeDeploy() {
        return codeDeploy;
    }
}
