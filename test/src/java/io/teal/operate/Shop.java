package io.teal.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.operate.account.StackState;
import io.teal.release.Color;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Strategy;
import io.teal.release.cutover.ColorProperties;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.Night;
import io.teal.release.cutover.NoticeTargets;
import io.teal.release.observation.Direction;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Timing;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.TargetHealth;
import io.teal.release.preflight.Verdict;
import io.teal.release.step.Evidence;
import io.teal.runtime.execution.Observer;
import io.teal.runtime.execution.PreflightRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A stack called shop with a service called orders, in memory: what is deployed, and what is live. */
public final class Shop {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARN = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:";

    public final FakeAccount account = new FakeAccount();
    public final OperatorAws aws = new OperatorAws();
    public final TickingClock clock = new TickingClock();
    public Strategy strategy = new Strategy.AllAtOnce();
    public Optional<Duration> guard = Optional.empty();
    public List<String> alarms = List.of();
    public final Map<Color, List<String>> colorAlarms = new EnumMap<>(Color.class);
    public ReleaseSource source = ReleaseSource.flags("");
    public int max = 6;
    public int standby = 0;
    /** How many ports a deploy gives the service, which has one. */
    public int ports = 1;

    public List<Night> nights = List.of();
    public Gating gating = new Gating(Evidence.IF_ANY, 10);

    /** The stack at rest after a deploy of {@code words}, as a release file says them. */
    public static Shop settled(String words) {
        Shop shop = new Shop();
        shop.template(words);
        shop.stack("UPDATE_COMPLETE");
        for (Color color : Color.values()) {
            String name = CutoverMap.name(color);
            shop.account.resources.put(name + "Targets", targets(color));
            shop.account.resources.put(name + "Template", "lt-" + color);
            shop.account.newest.put("lt-" + color, "1");
        }
        shop.account.resources.put("Balancer", ARN + "loadbalancer/app/shop/50dc");
        shop.account.resources.put("Machine", "arn:machine");
        ReleaseRequest request = request(words);
        shop.weights(request.release().weight(Color.BLUE), request.release().weight(Color.GREEN));
        for (Color color : Color.values()) {
            request.release().version(color).ifPresent(version -> shop.fleet(color, version.value(), 2, 2));
        }
        return shop;
    }

    /** What {@code words} ask for. */
    public static ReleaseRequest request(String words) {
        return ReleaseFormat.parseFile(words.replace(' ', '\n'), "file");
    }

    /** What Preflight says of a deploy of {@code words} onto what {@code settled} says. */
    public Verdict verdict(String settled, String words) {
        CutoverProperties asked = properties(request(words), ports);
        Observer observer = new Observer(aws, asked, clock);
        return new PreflightRun(aws, observer, asked, Optional.of(properties(request(settled))), clock)
                .verdict(Direction.FORWARD, observer.live());
    }

    /** The stack's status. */
    public Shop stack(String status) {
        String id = "arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/1";
        account.stacks.put("shop", new StackState("shop", id, status, Map.of()));
        aws.stack = status;
        return this;
    }

    /** The deployed template says {@code words}. */
    public Shop template(String words) {
        account.templates.put("shop", templateOf(words).toString());
        return this;
    }

    /** The live weights. */
    public Shop weights(int blue, int green) {
        List<ListenerRule.WeightedGroup> groups = List.of(
                new ListenerRule.WeightedGroup(targets(Color.BLUE), blue),
                new ListenerRule.WeightedGroup(targets(Color.GREEN), green));
        aws.production =
                new ListenerRule("listener", true, List.of(new ListenerRule.Action("forward", groups, "rest")));
        return this;
    }

    /** A fleet of {@code desired} hosts, as many of them healthy as {@code healthy} says. */
    public Shop fleet(Color color, String version, int desired, int healthy) {
        Map<String, String> tags = Map.of("teal:version", version, "teal:color", color.toString());
        List<String> hosts = new ArrayList<>();
        List<TargetHealth> health = new ArrayList<>();
        for (int i = 0; i < desired; i++) {
            String host = "i-" + color + i;
            hosts.add(host);
            aws.hosts.put(host, tags);
            health.add(new TargetHealth(host, 8080, i < healthy ? "healthy" : "initial", ""));
        }
        aws.health.put(targets(color), health);
        aws.groups.put(group(color), new AutoScalingGroup(group(color), desired, 1, max, "1", hosts, tags));
        return this;
    }

    /** The version that runs on {@code color} has been promoted. */
    public Shop promoted(Color color) {
        return tag(color, "teal:promoted", aws.groups.get(group(color)).tags().get("teal:version"));
    }

    /** Somebody holds the guard by a tag on the group of {@code color}. */
    public Shop held(Color color) {
        return tag(color, "teal:guard-held", "maintenance");
    }

    private Shop tag(Color color, String key, String value) {
        AutoScalingGroup group = aws.groups.get(group(color));
        Map<String, String> tags = new TreeMap<>(group.tags());
        tags.put(key, value);
        aws.groups.put(
                group.name(),
                new AutoScalingGroup(
                        group.name(),
                        group.desired(),
                        group.min(),
                        group.max(),
                        group.launchTemplateVersion(),
                        group.instances(),
                        group.outdated(),
                        tags));
        return this;
    }

    /** The template that {@code words} make, as the CDK writes it. */
    public JsonNode templateOf(String words) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode resources = root.putObject("Resources");
        for (Color color : Color.values()) {
            resources
                    .putObject(CutoverMap.name(color) + "Template")
                    .put("Type", "AWS::EC2::LaunchTemplate")
                    .putObject("Properties")
                    .put("ImageId", "ami-" + request(words).release().version(color));
        }
        ObjectNode properties = JSON.valueToTree(CutoverMap.write(properties(request(words))));
        properties.set("LoadBalancer", ref("Balancer"));
        properties.set("StateMachine", sub("${Machine.Arn}"));
        for (Color color : Color.values()) {
            intrinsics(CutoverMap.name(color), properties);
        }
        resources.putObject("Shift").put("Type", "Custom::TealShift").set("Properties", properties);
        return root;
    }

    private static void intrinsics(String name, ObjectNode properties) {
        properties.putArray(name + "TargetGroups").add(ref(name + "Targets"));
        properties.set(name + "Group", sub("${AWS::StackName}-orders-" + name.toLowerCase(Locale.ROOT)));
        properties.set(name + "PreviewUrl", sub("http://${Balancer.DNSName}:8081"));
        if (properties.has(name + CutoverMap.PIN)) {
            ObjectNode newest = JSON.createObjectNode();
            newest.putArray("Fn::GetAtt").add(name + "Template").add("LatestVersionNumber");
            properties.set(name + CutoverMap.PIN, newest);
        }
    }

    private static ObjectNode ref(String id) {
        return JSON.createObjectNode().put("Ref", id);
    }

    private static ObjectNode sub(String text) {
        return JSON.createObjectNode().put("Fn::Sub", text);
    }

    /** What the template tells Preflight and Shift. */
    public CutoverProperties properties(ReleaseRequest request) {
        return properties(request, 1);
    }

    private CutoverProperties properties(ReleaseRequest request, int ports) {
        return new CutoverProperties(
                "orders",
                request,
                strategy,
                source,
                gating,
                Timing.DEFAULT,
                max,
                0,
                ARN + "loadbalancer/app/shop/50dc",
                "arn:machine",
                Map.of(),
                Optional.empty(),
                false,
                alarms,
                NoticeTargets.NOBODY,
                guard,
                Map.of(Color.BLUE, color(Color.BLUE, request, ports), Color.GREEN, color(Color.GREEN, request, ports)),
                nights,
                standby);
    }

    private ColorProperties color(Color color, ReleaseRequest request, int ports) {
        return new ColorProperties(
                group(color),
                Collections.nCopies(ports, targets(color)),
                "http://preview/" + color,
                request.release().version(color).map(version -> "1"),
                colorAlarms.getOrDefault(color, List.of()));
    }

    /** Name of a colour's group. */
    public static String group(Color color) {
        return "shop-orders-" + color;
    }

    private static String targets(Color color) {
        return ARN + "targetgroup/" + color + "/73e2";
    }
}
