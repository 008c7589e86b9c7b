package io.teal.runtime.sim;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** AWS as this world has it. Every call takes time, in which others act. */
final class SimAws implements Aws {
    private static final int FRESH_TAGS = 15_000;
    private static final String FIGURES =
            "Threshold Crossed: 2 datapoints [100.0 (21/11/26 12:00:00), 50.0 (21/11/26 11:59:00)] were greater than"
                    + " or equal to the threshold (5.0).";

    private final World world;

    SimAws(World world) {
        this.world = world;
    }

    private <T> T read(String name, Supplier<T> value) {
        world.faults.before();
        world.time.pass(5 + world.random.nextInt(100));
        String fault = world.faults.reading(name);
        if (fault != null) {
            throw new AwsException(fault, name + ": " + fault, null);
        }
        T read = value.get();
        world.faults.after();
        return read;
    }

    private void write(String name, String what, Runnable effect) {
        world.faults.before();
        world.time.pass(5 + world.random.nextInt(100));
        Faults.Fate fate = world.faults.writing(name);
        world.story.tell(() -> world.machine.writer() + " " + name + " " + what + " " + fate);
        switch (fate) {
            case APPLIED, APPLIED_UNANSWERED -> effect.run();
            case LATE, LATE_UNANSWERED -> world.time.in(world.random.nextInt(world.tick * 9 / 10), effect);
            default -> world.story.tell(() -> "it was not taken");
        }
        if (fate != Faults.Fate.APPLIED && fate != Faults.Fate.LATE) {
            throw new AwsException("InternalFailure", name + ": no answer", null);
        }
        world.faults.after();
    }

    @Override
    public StackReading describeStack(String stack) {
        return read("DescribeStacks", () -> {
            String status = world.stack.status();
            world.conduct.readStatus(status);
            return new StackReading(status, false);
        });
    }

    @Override
    public List<String> describeListeners(String loadBalancer) {
        return read("DescribeListeners", world.balancer::listeners);
    }

    @Override
    public List<ListenerRule> describeRules(String listener) {
        return read("DescribeRules", () -> {
            world.conduct.readWeights();
            return world.balancer.rules(listener);
        });
    }

    @Override
    public void modifyActions(ListenerRule rule) {
        Weights next = Balancer.read(rule);
        world.conduct.writes(world.balancer.weights(rule.arn()), next);
        world.faults.writes(rule.arn());
        boolean guards = world.machine.running().filter(Machine.Run::guards).isPresent();
        write("ModifyListener", rule.arn() + " " + next, () -> {
            if (guards) {
                world.judge.hand(next);
            }
            world.balancer.write(rule.arn(), next);
        });
    }

    @Override
    public List<TargetHealth> describeTargetHealth(String targetGroup) {
        return read("DescribeTargetHealth", () -> {
            world.conduct.readHealth();
            return world.group(color(targetGroup)).targets();
        });
    }

    private static Color color(String name) {
        return name.contains("blue") ? Color.BLUE : Color.GREEN;
    }

    @Override
    public Optional<AutoScalingGroup> describeAutoScalingGroup(String name) {
        return read("DescribeAutoScalingGroups", () -> world.group(color(name)).described());
    }

    @Override
    public List<ScalingActivity> describeScalingActivities(String group, Instant since) {
        return read(
                "DescribeScalingActivities",
                () -> world.group(color(group)).activities.stream()
                        .filter(one -> !one.started().isBefore(since))
                        .toList());
    }

    @Override
    public void setDesiredCapacity(String group, int desired) {
        world.conduct.sizes(color(group), desired);
        write("SetDesiredCapacity", group + " " + desired, () -> {
            Group sized = world.group(color(group));
            if (sized.exists && desired >= sized.min && desired <= sized.max) {
                sized.giveAway(sized.desired - desired);
                sized.setDesired(desired);
            }
        });
    }

    @Override
    public void createOrUpdateTag(String group, String key, String value) {
        write(
                "CreateOrUpdateTags",
                group + " " + key + "=" + value,
                () -> world.group(color(group)).tags.put(key, value));
    }

    @Override
    public Map<String, Map<String, String>> describeHostTags(String group) {
        return read("GetResources", () -> {
            Map<String, Map<String, String>> tags = new HashMap<>();
            world.group(color(group)).hosts.stream()
                    .filter(host -> world.time.now() - host.born >= FRESH_TAGS || host.born == 0)
                    .forEach(host -> tags.put(host.id, host.tags));
            return tags;
        });
    }

    @Override
    public Map<String, AlarmReading> describeAlarms(List<String> names) {
        return read("DescribeAlarms", () -> {
            Map<String, AlarmReading> readings = new TreeMap<>();
            names.forEach(name -> readings.put(name, new AlarmReading(world.hazards.alarm(name), FIGURES)));
            return readings;
        });
    }

    @Override
    public Optional<Double> getMetricSum(String metric, Map<String, String> dimensions, Instant from, Instant to) {
        return read("GetMetricData", () -> {
            Color color = color(dimensions.get("TargetGroup"));
            double sum = world.ledger.counted(color, Timeline.millis(from), Timeline.millis(to));
            return sum == 0 ? Optional.empty() : Optional.of(sum);
        });
    }

    @Override
    public void startExecution(String stateMachine, String name, Map<String, Object> input) {
        if (world.machine.has(name)) {
            throw new AwsException("ExecutionAlreadyExists", name, null);
        }
        Map<String, Object> sent = world.machine.function.input(input);
        write("StartExecution", name, () -> world.machine.start(name, sent));
    }

    @Override
    public List<Execution> listExecutions(String stateMachine) {
        return read("ListExecutions", world.machine::listed);
    }

    @Override
    public Optional<Map<String, Object>> describeExecutionOutput(String execution) {
        return read(
                "DescribeExecution", () -> world.machine.run(execution).output().map(world.machine.function::output));
    }

    @Override
    public void stopExecution(String execution, String cause) {
        write("StopExecution", execution, () -> world.machine.run(execution).stop());
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
