package io.teal.rehearsal.aws;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.autoscaling.GroupApi;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.ScheduledActions;
import io.teal.rehearsal.aws.cloudwatch.Alarms;
import io.teal.rehearsal.aws.cloudwatch.LoadBalancerMetrics;
import io.teal.rehearsal.aws.codedeploy.LocalCodeDeploy;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.eventbridge.TurnBackRules;
import io.teal.rehearsal.aws.stepfunctions.LocalExecutions;
import io.teal.rehearsal.template.Opaque;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.ScalingActivity;
import io.teal.release.port.StackReading;
import io.teal.release.port.TargetHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The AWS port of a rehearsal, on local emulations. Its ARNs contain logical ids. */
public final class LocalAws implements Aws {
    private final Balancer balancer;
    private final LocalExecutions executions;
    private final TemplateClock clock;
    private final Supplier<String> status;
    private final LoadBalancerMetrics metrics;
    private final Alarms alarms;
    private final TurnBackRules rules;
    private final LocalCodeDeploy codeDeploy;
    private final GroupApi groups;
    private final ScheduledActions schedules;

    /** The port on these emulations; {@code status} gives that of the stack, {@code log} hears of schedules. */
    public LocalAws(
            Balancer balancer,
            LocalAutoScaling fleets,
            LocalExecutions executions,
            Timers timers,
            TemplateClock clock,
            Supplier<String> status,
            Consumer<String> log) {
        this.balancer = balancer;
        this.groups = new GroupApi(fleets);
        this.schedules = new ScheduledActions(fleets, timers, clock, log);
        this.executions = executions;
        this.clock = clock;
        this.status = status;
        this.metrics = new LoadBalancerMetrics(balancer, clock);
        this.alarms = new Alarms(metrics);
        this.rules = new TurnBackRules(alarms);
        this.codeDeploy = new LocalCodeDeploy(fleets, balancer, timers);
    }

    /** The Auto Scaling groups of the stack. */
    public GroupApi groups() {
        return groups;
    }

    /** The alarms of the stack. */
    public Alarms alarms() {
        return alarms;
    }

    /** The rules of the stack that end an instance refresh. */
    public TurnBackRules rules() {
        return rules;
    }

    /** Whether the stack goes back. */
    public boolean rollsBack() {
        return status.get().equals("UPDATE_ROLLBACK_IN_PROGRESS");
    }

    /** The scheduled actions of the stack. */
    public ScheduledActions schedules() {
        return schedules;
    }

    /** Why the instance refresh of {@code group} is ended, if it is: only while the stack is updated. */
    public Optional<String> turnedBack(String group) {
        return status.get().equals("UPDATE_IN_PROGRESS")
                ? rules.wentOff(group).map(alarm -> "it was cancelled: alarm " + alarm + " is in state ALARM")
                : Optional.empty();
    }

    /** The stand-in always rolls back. */
    @Override
    public StackReading describeStack(String stack) {
        return new StackReading(status.get(), false);
    }

    @Override
    public List<String> describeListeners(String loadBalancer) {
        return balancer.listeners();
    }

    @Override
    public List<ListenerRule> describeRules(String listener) {
        ListenerModel model = balancer.listener(listener).orElseThrow(() -> missing("ListenerNotFound", listener));
        List<ListenerRule> rules = new ArrayList<>();
        balancer.rules(listener)
                .forEach(rule -> rules.add(new ListenerRule(rule.id(), false, List.of(RuleActions.of(rule.action())))));
        rules.add(new ListenerRule(listener, true, List.of(RuleActions.of(model.action()))));
        return rules;
    }

    @Override
    public void modifyActions(ListenerRule rule) {
        if (!balancer.modify(rule.arn(), RuleActions.changed(rule))) {
            throw missing(rule.isDefault() ? "ListenerNotFound" : "RuleNotFound", rule.arn());
        }
    }

    private static AwsException missing(String code, String id) {
        return new AwsException(code, "there is no " + id, null);
    }

    @Override
    public List<TargetHealth> describeTargetHealth(String targetGroup) {
        return balancer
                .describe(LocalArns.id(targetGroup))
                .orElseThrow(() -> missing("TargetGroupNotFound", targetGroup))
                .stream()
                .map(target -> new TargetHealth(
                        target.host(), target.port(), target.state().name().toLowerCase(Locale.ROOT), target.reason()))
                .toList();
    }

    @Override
    public Optional<AutoScalingGroup> describeAutoScalingGroup(String name) {
        return groups.describe(name);
    }

    @Override
    public List<ScalingActivity> describeScalingActivities(String group, Instant since) {
        return groups.failedLaunches(group, clock::shown).stream()
                .filter(one -> !one.started().isBefore(since))
                .toList();
    }

    @Override
    public void setDesiredCapacity(String group, int desired) {
        groups.resize(group, desired);
    }

    @Override
    public void createOrUpdateTag(String group, String key, String value) {
        groups.tag(group, key, value);
    }

    @Override
    public Map<String, Map<String, String>> describeHostTags(String group) {
        return groups.hostTags(group);
    }

    @Override
    public Map<String, AlarmReading> describeAlarms(List<String> names) {
        return alarms.readings(names);
    }

    @Override
    public Optional<Double> getMetricSum(String metric, Map<String, String> dimensions, Instant from, Instant to) {
        String group = LocalArns.id(dimensions.get("TargetGroup"));
        return metrics.requests(group, from, to);
    }

    @Override
    public void startExecution(String stateMachine, String name, Map<String, Object> input) {
        executions.start(machine(stateMachine), name, input);
    }

    @Override
    public List<Execution> listExecutions(String stateMachine) {
        return executions.list(machine(stateMachine));
    }

    /** The logical id of a state machine, which templates refer to, and operators call by its ARN. */
    private static String machine(String text) {
        return Opaque.owner(text).orElseGet(() -> LocalArns.id(text));
    }

    @Override
    public Optional<Map<String, Object>> describeExecutionOutput(String execution) {
        return executions.output(execution);
    }

    /** What {@code execution} has come to, as its history shows. */
    public Optional<Map<String, Object>> executionPayload(String execution) {
        return executions.payload(execution);
    }

    @Override
    public void stopExecution(String execution, String cause) {
        executions.stop(execution);
    }

    @Override
    public void tagResources(List<String> arns, String key, String value) {
        arns.forEach(arn -> groups.tagHost(arn.substring(arn.lastIndexOf('/') + 1), key, value));
    }

    @Override
    public LocalCodeDeploy codeDeploy() {
        return codeDeploy;
    }
}
