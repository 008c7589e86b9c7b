package io.teal.operate.standin;

import io.teal.operate.account.Service;
import io.teal.operate.account.Stack;
import io.teal.operate.account.StackState;
import io.teal.operate.offline.SettledAccount;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Weights;
import io.teal.release.port.Reads;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What AWS answers, as XML or JSON: both fleets are healthy, and the weights are those that were written last. */
final class StandInAnswers {
    private static final int HOSTS = 2;

    private final SettledAccount account;
    private final CutoverProperties properties;
    private final List<String> listeners;
    private Weights live;

    /** For the only service of {@code account}. */
    StandInAnswers(SettledAccount account) {
        Service service = Stack.read(account, Reads.IN_TURN, account.stack()).service(Optional.empty());
        this.account = account;
        this.properties = service.properties();
        this.listeners = account.resources().values().stream()
                .filter(id -> id.contains(":listener/"))
                .toList();
        this.live = Weights.of(properties.request().release().active(), 100);
    }

    /** The body of the answer to {@code action}; empty if it has none. */
    synchronized Optional<String> to(String action, Map<String, String> asked) {
        String result = switch (action) {
            case "DescribeStacks" -> list("Stacks", stack());
            case "GetTemplate" -> tag("TemplateBody", escaped(account.template()));
            case "ListStackResources" -> list("StackResourceSummaries", resources());
            case "DescribeListeners" -> list("Listeners", listenersXml());
            case "DescribeRules" -> list("Rules", rule(asked.get("ListenerArn")));
            case "DescribeTargetHealth" -> list("TargetHealthDescriptions", hosts(StandInAnswers::target));
            case "DescribeAutoScalingGroups" -> list("AutoScalingGroups", groups(asked));
            case "ModifyListener" -> written(asked);
            default -> "";
        };
        return Optional.of("<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(action, result))
                .filter(xml -> !result.isEmpty());
    }

    private String stack() {
        StackState state = account.describeStack(account.stack()).orElseThrow();
        return member(tag("StackName", state.name()) + tag("StackId", state.id()) + tag("StackStatus", state.status()));
    }

    private String resources() {
        return account.resources().entrySet().stream()
                .map(one -> member(tag("LogicalResourceId", one.getKey()) + tag("PhysicalResourceId", one.getValue())))
                .collect(Collectors.joining());
    }

    private String listenersXml() {
        return listeners.stream().map(arn -> member(tag("ListenerArn", arn))).collect(Collectors.joining());
    }

    /** The default rule: the last listener's forwards to both colours, every other one's to blue. */
    private String rule(String listener) {
        boolean production = listeners.indexOf(listener) == listeners.size() - 1;
        String groups = production ? group(Color.BLUE) + group(Color.GREEN) : group(Color.BLUE);
        String action = tag("Type", "forward") + tag("ForwardConfig", list("TargetGroups", groups));
        return member(tag("IsDefault", "true") + tag("RuleArn", listener) + list("Actions", member(action)));
    }

    private String group(Color color) {
        String arn = properties.of(color).targetGroups().get(0);
        return member(tag("TargetGroupArn", arn) + tag("Weight", Integer.toString(live.of(color))));
    }

    private static String hosts(IntFunction<String> host) {
        return IntStream.range(0, HOSTS).mapToObj(host).collect(Collectors.joining());
    }

    private static String target(int host) {
        return member(tag("Target", tag("Id", "i-" + host)) + tag("TargetHealth", tag("State", "healthy")));
    }

    private String groups(Map<String, String> asked) {
        return Arrays.stream(Color.values())
                .filter(color -> asked.containsValue(properties.of(color).group()))
                .map(this::fleet)
                .collect(Collectors.joining());
    }

    private String fleet(Color color) {
        String template = tag("LaunchTemplate", tag("Version", "1"));
        String instances =
                hosts(host -> member(tag("InstanceId", "i-" + host) + tag("LifecycleState", "InService") + template));
        String version = properties.request().release().versionOrNone(color);
        String tags = member(tag("Key", Contract.VERSION_TAG) + tag("Value", version));
        String sizes = tag("MinSize", "1") + tag("MaxSize", "8") + tag("DesiredCapacity", Integer.toString(HOSTS));
        return member(tag("AutoScalingGroupName", properties.of(color).group())
                + sizes
                + template
                + list("Instances", instances)
                + list("Tags", tags));
    }

    private String written(Map<String, String> asked) {
        live = new Weights(weight(asked, Color.BLUE), weight(asked, Color.GREEN));
        return tag("Listeners", "");
    }

    private int weight(Map<String, String> asked, Color color) {
        String arn = properties.of(color).targetGroups().get(0);
        return asked.entrySet().stream()
                .filter(one -> one.getValue().equals(arn))
                .map(one -> one.getKey().replace("TargetGroupArn", "Weight"))
                .mapToInt(name -> Integer.parseInt(asked.getOrDefault(name, "0")))
                .sum();
    }

    private static String list(String name, String members) {
        return tag(name, members);
    }

    private static String member(String content) {
        return tag("member", content);
    }

    private static String tag(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
