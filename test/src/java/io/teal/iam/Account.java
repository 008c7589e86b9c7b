package io.teal.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.release.Color;
import io.teal.release.cutover.ColorProperties;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.TargetHealth;
import io.teal.runtime.execution.FakeAws;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;

/** An account in which a template is deployed: its listeners and rules, and the fleets that a deploy made. */
final class Account extends FakeAws {
    /** Auto Scaling puts it on every host. */
    static final String GROUP_TAG = "aws:autoscaling:groupName";

    private static final int MAX = 6;

    private final DeployedTemplate template;
    private final Clock clock;
    private final Map<String, Map<String, String>> tags = new HashMap<>();
    /** The input of the execution that was started last. */
    Map<String, Object> started = Map.of();

    private Optional<Runnable> next = Optional.empty();

    Account(DeployedTemplate template, Clock clock) {
        this.template = template;
        this.clock = clock;
        for (String id : template.ids("ElasticLoadBalancingV2::Listener")) {
            JsonNode properties = template.properties(id);
            add(id, template.ref(id), properties.path("DefaultActions"), true);
        }
        for (String id : template.ids("ElasticLoadBalancingV2::ListenerRule")) {
            JsonNode properties = template.properties(id);
            add(id, properties.path("ListenerArn").asText(), properties.path("Actions"), false);
        }
    }

    private void add(String id, String listener, JsonNode actions, boolean isDefault) {
        String arn = template.ref(id);
        List<ListenerRule.Action> read = new ArrayList<>();
        actions.forEach(action -> read.add(action(action)));
        rules.computeIfAbsent(listener, name -> new ArrayList<>()).add(new ListenerRule(arn, isDefault, read));
        tags.put(arn, template.tags(id));
    }

    private static ListenerRule.Action action(JsonNode action) {
        String type = action.path("Type").asText();
        List<ListenerRule.WeightedGroup> groups = new ArrayList<>();
        action.path("ForwardConfig")
                .path("TargetGroups")
                .forEach(group -> groups.add(new ListenerRule.WeightedGroup(
                        group.path("TargetGroupArn").asText(), 0)));
        return new ListenerRule.Action(type, groups, Action.builder().type(type).build());
    }

    /** The rule that forwards to both colours of {@code service}, with the weights of its release. */
    ListenerRule production(CutoverProperties service) {
        return rules.values().stream()
                .flatMap(List::stream)
                .filter(rule -> rule.actions().get(0).groups().size() == 2)
                .filter(rule -> names(rule, service.of(Color.BLUE)))
                .map(rule -> weighted(rule, service))
                .findFirst()
                .orElseThrow();
    }

    private static boolean names(ListenerRule rule, ColorProperties color) {
        return rule.actions().get(0).groups().stream()
                .anyMatch(group -> color.targetGroups().contains(group.arn()));
    }

    private static ListenerRule weighted(ListenerRule rule, CutoverProperties service) {
        ListenerRule.Action action = rule.actions().get(0);
        List<ListenerRule.WeightedGroup> groups = new ArrayList<>();
        for (Color color : Color.values()) {
            int weight = service.request().release().weight(color);
            groups.add(new ListenerRule.WeightedGroup(
                    service.of(color).targetGroups().get(0), weight));
        }
        ListenerRule.Action changed = new ListenerRule.Action(action.type(), groups, action.rest());
        return new ListenerRule(rule.arn(), rule.isDefault(), List.of(changed));
    }

    /** {@code rule} is not there, as before the first deploy. */
    void withdraw(ListenerRule rule) {
        rules.replaceAll((listener, all) ->
                all.stream().filter(one -> !one.arn().equals(rule.arn())).toList());
    }

    /** CloudFormation makes {@code rule}. */
    void make(ListenerRule rule) {
        String above = rule.arn().replace(":listener-rule/", ":listener/");
        String listener = rule.isDefault() ? rule.arn() : above.substring(0, above.lastIndexOf('/'));
        List<ListenerRule> all = new ArrayList<>(rules.get(listener));
        all.add(rule);
        rules.put(listener, all);
    }

    /** A group with {@code desired} healthy hosts in service, in every one of {@code targetGroups}. */
    void fleet(String group, List<String> targetGroups, int desired, Map<String, String> groupTags) {
        List<String> ids = IntStream.range(0, desired)
                .mapToObj(number -> "i-" + Integer.toHexString(group.hashCode()) + number)
                .toList();
        groups.put(group, new AutoScalingGroup(group, desired, 1, MAX, "1", ids, groupTags));
        List<TargetHealth> healthy = ids.stream()
                .map(id -> new TargetHealth(id, 8080, "healthy", ""))
                .toList();
        targetGroups.forEach(targets -> health.put(targets, healthy));
        for (String id : ids) {
            Map<String, String> ofHost = new HashMap<>(groupTags);
            ofHost.put(GROUP_TAG, group);
            hosts.put(id, ofHost);
        }
    }

    /** The group says other versions; its hosts keep what they say. */
    void retag(String group, Map<String, String> versions) {
        groups.computeIfPresent(group, (name, was) -> {
            Map<String, String> all = new HashMap<>(was.tags());
            all.keySet().removeIf(key -> key.endsWith(":version"));
            all.putAll(versions);
            return new AutoScalingGroup(
                    name,
                    was.desired(),
                    was.min(),
                    was.max(),
                    was.launchTemplateVersion(),
                    was.instances(),
                    was.outdated(),
                    all);
        });
    }

    /** The tags of the resource {@code arn}. */
    Map<String, String> tags(String arn) {
        return tags.getOrDefault(arn, hosts.getOrDefault(arn.substring(arn.lastIndexOf('/') + 1), Map.of()));
    }

    /** Hosts that are wanted are there at once. */
    @Override
    public void setDesiredCapacity(String group, int desired) {
        super.setDesiredCapacity(group, desired);
        List<String> of = health.keySet().stream()
                .filter(targets -> health.get(targets).stream()
                        .anyMatch(host -> groups.get(group).instances().contains(host.target())))
                .toList();
        fleet(group, of, desired, groups.get(group).tags());
    }

    /** {@code event} happens when traffic moves next. */
    void meanwhile(Runnable event) {
        this.next = Optional.of(event);
    }

    /** Somebody scales {@code group} in, to one host. */
    void shrink(String group) {
        setDesiredCapacity(group, 1);
    }

    @Override
    public void modifyActions(ListenerRule rule) {
        super.modifyActions(rule);
        Optional<Runnable> event = next;
        next = Optional.empty();
        event.ifPresent(Runnable::run);
    }

    @Override
    public List<String> describeListeners(String loadBalancer) {
        String prefix = loadBalancer.replace(":loadbalancer/", ":listener/") + "/";
        return super.describeListeners(loadBalancer).stream()
                .filter(listener -> listener.startsWith(prefix))
                .toList();
    }

    @Override
    public Map<String, AlarmReading> describeAlarms(List<String> names) {
        Map<String, AlarmReading> readings = new HashMap<>();
        names.forEach(name -> readings.put(name, alarms.getOrDefault(name, new AlarmReading("OK", ""))));
        return readings;
    }

    @Override
    public void startExecution(String stateMachine, String name, Map<String, Object> input) {
        super.startExecution(stateMachine, name, input);
        started = input;
        String arn = stateMachine.replace(":stateMachine:", ":execution:") + ":" + name;
        executions.set(0, new Execution(arn, name, "RUNNING", clock.instant()));
    }

    @Override
    public void stopExecution(String execution, String cause) {
        super.stopExecution(execution, cause);
        end(execution, "ABORTED", Optional.empty());
    }

    /** The execution {@code arn} ends. */
    void end(String arn, String status, Optional<Map<String, Object>> output) {
        executions.replaceAll(
                run -> run.arn().equals(arn) ? new Execution(arn, run.name(), status, run.started()) : run);
        output.ifPresent(payload -> outputs.put(arn, payload));
    }
}
