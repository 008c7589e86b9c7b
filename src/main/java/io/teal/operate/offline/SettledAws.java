package io.teal.operate.offline;

import io.teal.operate.account.Service;
import io.teal.operate.account.SingleFleet;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Release;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.ScalingActivity;
import io.teal.release.port.StackReading;
import io.teal.release.port.TargetHealth;
import io.teal.runtime.execution.ColorTags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * AWS as a forecast would find it if all services had settled: weights and versions as their release says, the active
 * colour promoted, every host healthy, as many requests as any rule asks for. Nothing can be changed.
 *
 * @param services the services with two colours, with what their template says
 * @param fleets the services with one fleet
 * @param hosts the hosts of each fleet, from 1
 */
public record SettledAws(List<Service> services, List<SingleFleet> fleets, int hosts) implements Aws {
    private static final double PLENTY = 1e9;

    /** Copies the lists. */
    public SettledAws {
        services = List.copyOf(services);
        fleets = List.copyOf(fleets);
    }

    @Override
    public StackReading describeStack(String stack) {
        return new StackReading("UPDATE_COMPLETE", false);
    }

    @Override
    public List<String> describeListeners(String loadBalancer) {
        return services.stream()
                .map(Service::properties)
                .filter(one -> one.loadBalancer().equals(loadBalancer))
                .flatMap(one -> listeners(one).stream())
                .toList();
    }

    private static List<String> listeners(CutoverProperties one) {
        return IntStream.range(0, one.of(Color.BLUE).targetGroups().size())
                .mapToObj(port -> one.service() + "/" + port)
                .toList();
    }

    @Override
    public List<ListenerRule> describeRules(String listener) {
        List<ListenerRule> rules = new ArrayList<>();
        for (Service service : services) {
            CutoverProperties one = service.properties();
            int port = listeners(one).indexOf(listener);
            if (port >= 0) {
                List<ListenerRule.WeightedGroup> groups =
                        List.of(of(one, Color.BLUE, port), of(one, Color.GREEN, port));
                rules.add(new ListenerRule(listener, true, List.of(new ListenerRule.Action("forward", groups, ""))));
            }
        }
        return rules;
    }

    private static ListenerRule.WeightedGroup of(CutoverProperties one, Color color, int port) {
        return new ListenerRule.WeightedGroup(
                one.of(color).targetGroups().get(port), one.request().release().weight(color));
    }

    @Override
    public Optional<AutoScalingGroup> describeAutoScalingGroup(String name) {
        return services.stream()
                .map(Service::properties)
                .flatMap(one -> group(one, name).stream())
                .findFirst()
                .or(() -> fleets.stream()
                        .filter(one -> one.group().equals(name))
                        .map(one -> group(name, hosts, Map.of()))
                        .findFirst());
    }

    private Optional<AutoScalingGroup> group(CutoverProperties one, String name) {
        Map<String, String> tags = new TreeMap<>();
        for (Color color : Color.values()) {
            if (one.of(color).group().equals(name)) {
                tags.putAll(tags(one, color));
            }
        }
        return tags.isEmpty() ? Optional.empty() : Optional.of(group(name, one.maxCapacity(), tags));
    }

    private AutoScalingGroup group(String name, int most, Map<String, String> tags) {
        List<String> ids =
                IntStream.range(0, hosts).mapToObj(host -> "i-" + host).toList();
        return new AutoScalingGroup(name, hosts, 1, most, "1", ids, tags);
    }

    /** None of a colour without a fleet. */
    private static Map<String, String> tags(CutoverProperties one, Color color) {
        Release release = one.request().release();
        Optional<Version> version = release.version(color);
        if (version.isEmpty()) {
            return Map.of();
        }
        ColorTags keys = ColorTags.of(one, color);
        Map<String, String> tags =
                new TreeMap<>(Map.of(keys.versionKey(), version.get().value()));
        if (release.active() == color) {
            tags.put(keys.promotedKey(), version.get().value());
        }
        if (!one.sharesHosts()) {
            tags.put(Contract.COLOR_TAG, color.toString());
        }
        return tags;
    }

    @Override
    public List<TargetHealth> describeTargetHealth(String targetGroup) {
        return IntStream.range(0, hosts)
                .mapToObj(host -> new TargetHealth("i-" + host, 0, "healthy", ""))
                .toList();
    }

    @Override
    public Optional<Double> getMetricSum(String metric, Map<String, String> dimensions, Instant from, Instant to) {
        return Optional.of(PLENTY);
    }

    @Override
    public List<ScalingActivity> describeScalingActivities(String group, Instant since) {
        return List.of();
    }

    @Override
    public Map<String, Map<String, String>> describeHostTags(String group) {
        return Map.of();
    }

    @Override
    public Map<String, AlarmReading> describeAlarms(List<String> names) {
        return Map.of();
    }

    @Override
    public List<Execution> listExecutions(String stateMachine) {
        return List.of();
    }

    @Override
    public Optional<Map<String, Object>> describeExecutionOutput(String execution) {
        return Optional.empty();
    }

    @Override
    public CodeDeploy codeDeploy() {
        throw changesNothing();
    }

    @Override
    public void modifyActions(ListenerRule rule) {
        throw changesNothing();
    }

    @Override
    public void setDesiredCapacity(String group, int desired) {
        throw changesNothing();
    }

    @Override
    public void createOrUpdateTag(String group, String key, String value) {
        throw changesNothing();
    }

    @Override
    public void tagResources(List<String> arns, String key, String value) {
        throw changesNothing();
    }

    @Override
    public void startExecution(String stateMachine, String name, Map<String, Object> input) {
        throw changesNothing();
    }

    @Override
    public void stopExecution(String execution, String cause) {
        throw changesNothing();
    }

    private static UnsupportedOperationException changesNothing() {
        return new UnsupportedOperationException("there is no account: a forecast reads only");
    }
}
