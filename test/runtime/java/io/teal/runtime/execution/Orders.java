package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Slot;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.cutover.ColorProperties;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Timing;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.TargetHealth;
import io.teal.release.step.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A service called orders, in its plainest shape. */
public final class Orders {
    public static final String LISTENER = "arn:listener/production";

    private Orders() {}

    public static Release release(Color active, String blue, String green) {
        return new Release(active, slot(blue), slot(green), 0);
    }

    private static Slot slot(String version) {
        return version.equals("none") ? Slot.EMPTY : Slot.runs(Version.of(version));
    }

    public static CutoverProperties properties(Release release) {
        return new CutoverProperties(
                "orders",
                ReleaseRequest.of(release),
                new Strategy.AllAtOnce(),
                ReleaseSource.flags(""),
                new Gating(Evidence.IF_ANY, 10),
                Timing.DEFAULT,
                6,
                0,
                "arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/orders/50dc",
                "arn:machine",
                Map.of(),
                Optional.empty(),
                false,
                List.of("shared"),
                Map.of(Color.BLUE, color(Color.BLUE, release), Color.GREEN, color(Color.GREEN, release)));
    }

    private static ColorProperties color(Color color, Release release) {
        return new ColorProperties(
                group(color),
                List.of(targets(color)),
                "http://preview/" + color,
                release.version(color).map(version -> "1"),
                List.of(color + "-errors"));
    }

    static String group(Color color) {
        return "shop-orders-" + color;
    }

    public static String targets(Color color) {
        return "arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/" + color + "/73e2";
    }

    /** An event of Preflight or Shift that goes from one release to another. */
    public static Map<String, Object> event(
            Event.ResourceType kind, String request, Optional<Release> before, Release after) {
        Map<String, Object> event = new TreeMap<>();
        event.put("RequestType", before.isPresent() ? "Update" : "Create");
        event.put("ResourceType", kind == Event.ResourceType.PREFLIGHT ? "Custom::TealPreflight" : "Custom::TealShift");
        event.put("RequestId", request);
        event.put("StackId", "arn:stack/shop");
        event.put("LogicalResourceId", "Preflight");
        event.put("ResponseURL", "https://answer/" + request);
        event.put("ResourceProperties", CutoverMap.write(properties(after)));
        before.ifPresent(old -> event.put("OldResourceProperties", CutoverMap.write(properties(old))));
        return event;
    }

    /** ProductionAction shares traffic by these weights. */
    public static void weights(FakeAws aws, int blue, int green) {
        ListenerRule.Action forward = new ListenerRule.Action(
                "forward",
                List.of(
                        new ListenerRule.WeightedGroup(targets(Color.BLUE), blue),
                        new ListenerRule.WeightedGroup(targets(Color.GREEN), green)),
                "rest");
        aws.rules.put(LISTENER, List.of(new ListenerRule(LISTENER, true, List.of(forward))));
    }

    /** A fleet of two healthy hosts. */
    public static void fleet(FakeAws aws, Color color, String version) {
        fleet(aws, color, version, 2);
    }

    /** A fleet of {@code size} healthy hosts. */
    public static void fleet(FakeAws aws, Color color, String version, int size) {
        Map<String, String> tags = Map.of("teal:version", version, "teal:color", color.toString());
        List<String> hosts = new ArrayList<>();
        List<TargetHealth> health = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String host = "i-" + color + i;
            hosts.add(host);
            aws.hosts.put(host, tags);
            health.add(new TargetHealth(host, 8080, "healthy", ""));
        }
        aws.health.put(targets(color), health);
        aws.groups.put(group(color), new AutoScalingGroup(group(color), size, 1, Math.max(6, size), "1", hosts, tags));
    }
}
