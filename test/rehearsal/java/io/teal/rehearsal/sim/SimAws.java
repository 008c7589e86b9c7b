package io.teal.rehearsal.sim;

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
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** AWS as this world has it. Every call takes time, in which others act. */
final class SimAws implements Aws {
    private static final Duration FRESH_TAGS = Duration.ofSeconds(15);
    private static final String FIGURES =
            "Threshold Crossed: 2 datapoints [100.0 (21/11/26 12:00:00), 50.0 (21/11/26 11:59:00)] were greater than"
                    + " or equal to the threshold (5.0).";

    private final World world;
    private final Aws truth;
    private final FunctionShell function;

    SimAws(World world, Aws truth, FunctionShell function) {
        this.world = world;
        this.truth = truth;
        this.function = function;
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
            case LATE, LATE_UNANSWERED -> world.time.in(world.random.nextInt(world.tick * 9 / 10), () -> lands(effect));
            default -> world.story.tell(() -> "it was not taken");
        }
        if (fate != Faults.Fate.APPLIED && fate != Faults.Fate.LATE) {
            throw new AwsException("InternalFailure", name + ": no answer", null);
        }
        world.faults.after();
    }

    private void lands(Runnable effect) {
        try {
            effect.run();
        } catch (AwsException refused) {
            world.story.tell(() -> "it was refused: " + refused.getMessage());
        }
    }

    @Override
    public StackReading describeStack(String stack) {
        return read("DescribeStacks", () -> {
            StackReading reading = truth.describeStack(stack);
            world.conduct.readStatus(reading.status());
            return reading;
        });
    }

    @Override
    public List<String> describeListeners(String loadBalancer) {
        return read("DescribeListeners", () -> truth.describeListeners(loadBalancer));
    }

    @Override
    public List<ListenerRule> describeRules(String listener) {
        return read("DescribeRules", () -> {
            world.conduct.readWeights(listener);
            return truth.describeRules(listener);
        });
    }

    @Override
    public void modifyActions(ListenerRule rule) {
        Weights next = world.balancer.read(rule);
        world.conduct.writes(world.balancer.weights(rule.arn()), next);
        world.faults.writes(rule.arn());
        boolean guards = world.machine.running().filter(Machine.Run::guards).isPresent();
        write("ModifyListener", rule.arn() + " " + next, () -> {
            truth.modifyActions(rule);
            world.judge.written();
            if (guards) {
                world.judge.hand(next);
            }
        });
    }

    @Override
    public List<TargetHealth> describeTargetHealth(String targetGroup) {
        return read("DescribeTargetHealth", () -> {
            world.conduct.readHealth();
            return truth.describeTargetHealth(targetGroup);
        });
    }

    private static Color color(String name) {
        return name.contains("blue") ? Color.BLUE : Color.GREEN;
    }

    @Override
    public Optional<AutoScalingGroup> describeAutoScalingGroup(String name) {
        return read("DescribeAutoScalingGroups", () -> truth.describeAutoScalingGroup(name));
    }

    @Override
    public List<ScalingActivity> describeScalingActivities(String group, Instant since) {
        return read("DescribeScalingActivities", () -> truth.describeScalingActivities(group, since));
    }

    @Override
    public void setDesiredCapacity(String group, int desired) {
        world.conduct.sizes(color(group), desired);
        write("SetDesiredCapacity", group + " " + desired, () -> truth.setDesiredCapacity(group, desired));
    }

    @Override
    public void createOrUpdateTag(String group, String key, String value) {
        write("CreateOrUpdateTags", group + " " + key + "=" + value, () -> truth.createOrUpdateTag(group, key, value));
    }

    @Override
    public Map<String, Map<String, String>> describeHostTags(String group) {
        return read("GetResources", () -> {
            Map<String, Map<String, String>> tags = new HashMap<>(truth.describeHostTags(group));
            world.fleet(color(group)).hosts().stream()
                    .filter(host -> world.time.since(host.since()).compareTo(FRESH_TAGS) < 0)
                    .forEach(host -> tags.remove(host.id()));
            return tags;
        });
    }

    @Override
    public Map<String, AlarmReading> describeAlarms(List<String> names) {
        return read("DescribeAlarms", () -> {
            Map<String, AlarmReading> readings = new TreeMap<>();
            truth.describeAlarms(names)
                    .forEach((name, read) -> readings.put(name, new AlarmReading(read.state(), FIGURES)));
            return readings;
        });
    }

    @Override
    public Optional<Double> getMetricSum(String metric, Map<String, String> dimensions, Instant from, Instant to) {
        return read("GetMetricData", () -> {
            Color color = color(dimensions.get("TargetGroup"));
            double sum = world.ledger.counted(color, world.time.millis(from), world.time.millis(to));
            return sum == 0 ? Optional.empty() : Optional.of(sum);
        });
    }

    @Override
    public void startExecution(String stateMachine, String name, Map<String, Object> input) {
        Map<String, Object> sent = function.input(input);
        write("StartExecution", name, () -> {
            truth.startExecution(stateMachine, name, sent);
            world.machine.started(name);
        });
    }

    @Override
    public List<Execution> listExecutions(String stateMachine) {
        return read("ListExecutions", () -> world.machine.listed(truth.listExecutions(stateMachine)));
    }

    @Override
    public Optional<Map<String, Object>> describeExecutionOutput(String execution) {
        return read(
                "DescribeExecution",
                () -> truth.describeExecutionOutput(execution).map(function::output));
    }

    @Override
    public void stopExecution(String execution, String cause) {
        write("StopExecution", execution, () -> truth.stopExecution(execution, cause));
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
