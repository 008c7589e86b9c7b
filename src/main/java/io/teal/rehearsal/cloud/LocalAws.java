package io.teal.rehearsal.cloud;

import io.teal.rehearsal.balancer.Balancer;
import io.teal.rehearsal.codedeploy.LocalCodeDeploy;
import io.teal.rehearsal.fleet.Fleet;
import io.teal.rehearsal.fleet.Fleets;
import io.teal.rehearsal.fleet.Host;
import io.teal.rehearsal.fleet.Servers;
import io.teal.rehearsal.model.FleetModel;
import io.teal.rehearsal.model.GroupFacts;
import io.teal.release.Contract;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.TargetHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The port over the balancer and the fleets of a rehearsal. An ARN here holds a logical id. */
final class LocalAws implements Aws {
    private final Balancer balancer;
    private final Fleets fleets;
    private final Executions executions;
    private final TemplateClock clock;
    private final Supplier<String> status;
    private final Alarms alarms;
    private final SharedDeployments deployments;
    private final Map<String, GroupFacts> facts = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> marks = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> hostMarks = new ConcurrentHashMap<>();
    private volatile Optional<LocalCodeDeploy> installer = Optional.empty();

    LocalAws(Balancer balancer, Fleets fleets, Executions executions, TemplateClock clock, Supplier<String> status) {
        this.balancer = balancer;
        this.fleets = fleets;
        this.executions = executions;
        this.clock = clock;
        this.status = status;
        this.alarms = new Alarms(balancer, clock);
        this.deployments = new SharedDeployments(fleets);
    }

    SharedDeployments deployments() {
        return deployments;
    }

    void installs(LocalCodeDeploy codeDeploy) {
        installer = Optional.of(codeDeploy);
    }

    LocalCodeDeploy installer() {
        return installer.orElseThrow(() -> new IllegalStateException("the run was begun without --bundles"));
    }

    Alarms alarms() {
        return alarms;
    }

    /** Auto Scaling group {@code id} is what {@code group} says now. */
    void know(String id, GroupFacts group) {
        facts.put(id, group);
    }

    /** It is gone, and what it was marked with. */
    void forget(String id) {
        facts.remove(id);
        marks.remove(id);
    }

    @Override
    public String describeStackStatus(String stack) {
        return status.get();
    }

    @Override
    public List<String> describeListeners(String loadBalancer) {
        return balancer.listeners();
    }

    @Override
    public List<ListenerRule> describeRules(String listener) {
        List<ListenerRule> rules = new ArrayList<>();
        balancer.rules(listener)
                .forEach(rule -> rules.add(new ListenerRule(rule.id(), false, List.of(Actions.of(rule.action())))));
        balancer.listener(listener)
                .ifPresent(model -> rules.add(new ListenerRule(listener, true, List.of(Actions.of(model.action())))));
        return rules;
    }

    @Override
    public void modifyActions(ListenerRule rule) {
        balancer.modify(rule.arn(), Actions.changed(rule));
    }

    @Override
    public List<TargetHealth> describeTargetHealth(String targetGroup) {
        return balancer.describe(Names.id(targetGroup)).stream()
                .map(target -> new TargetHealth(
                        target.host(), target.port(), target.state().name().toLowerCase(Locale.ROOT), target.reason()))
                .toList();
    }

    @Override
    public Optional<AutoScalingGroup> describeAutoScalingGroup(String name) {
        return fleet(name)
                .map(fleet -> group(name, fleet))
                .or(() -> shared(name).map(servers -> group(name, servers)));
    }

    private AutoScalingGroup group(String name, Servers servers) {
        Map<String, String> tags = new HashMap<>();
        servers.model().colors().forEach((color, version) -> tags.put(Contract.versionTag(color), version));
        return group(name, servers.model(), servers.desired(), servers.hosts(), tags);
    }

    private AutoScalingGroup group(String name, Fleet fleet) {
        List<String> hosts = fleet.hosts().stream().map(Host::id).toList();
        return group(name, fleet.model(), fleet.desired(), hosts, tags(fleet.model()));
    }

    private AutoScalingGroup group(
            String name, FleetModel model, int desired, List<String> hosts, Map<String, String> own) {
        Map<String, String> tags = new HashMap<>(own);
        tags.putAll(marks.getOrDefault(model.id(), Map.of()));
        String version = facts.get(model.id()).launchTemplateVersion();
        return new AutoScalingGroup(name, desired, model.size().max(), version, hosts, tags);
    }

    private Optional<Servers> shared(String name) {
        return facts.entrySet().stream()
                .filter(fact -> fact.getValue().name().equals(name))
                .flatMap(fact -> fleets.servers(fact.getKey()).stream())
                .findFirst();
    }

    private Map<String, String> tags(Host host) {
        Map<String, String> tags = new HashMap<>(tags(host.fleet()));
        tags.putAll(hostMarks.getOrDefault(host.id(), Map.of()));
        return tags;
    }

    private static Map<String, String> tags(FleetModel model) {
        FleetModel.ReleaseTags release = model.release();
        return Map.of(Contract.VERSION_TAG, release.version(), Contract.COLOR_TAG, release.color());
    }

    private Optional<Fleet> fleet(String name) {
        return fleets.all().stream()
                .filter(fleet -> facts.containsKey(fleet.model().id()))
                .filter(fleet -> facts.get(fleet.model().id()).name().equals(name))
                .findFirst();
    }

    @Override
    public void setDesiredCapacity(String group, int desired) {
        fleet(group).ifPresent(fleet -> fleet.resize(desired));
        shared(group).ifPresent(servers -> servers.resize(desired));
    }

    @Override
    public void createOrUpdateTag(String group, String key, String value) {
        fleet(group)
                .map(Fleet::model)
                .or(() -> shared(group).map(Servers::model))
                .ifPresent(model -> marks.computeIfAbsent(model.id(), id -> new ConcurrentHashMap<>())
                        .put(key, value));
    }

    @Override
    public Map<String, Map<String, String>> describeHostTags(String group) {
        Map<String, Map<String, String>> tags = new HashMap<>();
        fleet(group).ifPresent(fleet -> fleet.hosts().forEach(host -> tags.put(host.id(), tags(host))));
        shared(group).ifPresent(servers -> servers.hosts().forEach(host -> tags.put(host, servers.tags(host))));
        return tags;
    }

    @Override
    public Map<String, String> describeAlarms(List<String> names) {
        return alarms.states(names);
    }

    @Override
    public Optional<Double> getMetricSum(String metric, Map<String, String> dimensions, Instant from, Instant to) {
        String group = Names.id(dimensions.get("TargetGroup"));
        long count = balancer.counters().count(group, any -> true, clock.real(from), clock.real(to));
        return Optional.of((double) count);
    }

    @Override
    public void startExecution(String stateMachine, String name, Map<String, Object> input) {
        executions.start(name, input);
    }

    @Override
    public List<Execution> listExecutions(String stateMachine) {
        return executions.list();
    }

    @Override
    public Optional<Map<String, Object>> describeExecutionOutput(String execution) {
        return executions.output(execution);
    }

    @Override
    public void stopExecution(String execution, String cause) {
        executions.stop(execution);
    }

    @Override
    public void tagResources(List<String> arns, String key, String value) {
        for (String arn : arns) {
            String host = arn.substring(arn.lastIndexOf('/') + 1);
            serversOf(host)
                    .ifPresentOrElse(
                            servers -> servers.tag(host, key, value),
                            () -> hostMarks
                                    .computeIfAbsent(host, id -> new ConcurrentHashMap<>())
                                    .put(key, value));
        }
    }

    private Optional<Servers> serversOf(String host) {
        return facts.keySet().stream()
                .flatMap(id -> fleets.servers(id).stream())
                .filter(servers -> servers.hosts().contains(host))
                .findFirst();
    }

    @Override
    public CodeDeploy codeDeploy() {
        return installer.map(CodeDeploy.class::cast).orElse(deployments);
    }
}
