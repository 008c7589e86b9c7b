package io.teal.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.template.TemplateReader;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Templates wired as Teal's constructs wire them: preview listeners keep both target groups in use, the production
 * listener waits for both fleets, and both weights are always written.
 */
public final class TealLike {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode resources = JSON.createObjectNode();

    private TealLike() {}

    public static StackModel model(String active, String blue, String green) {
        return StackReader.read(new TemplateReader(Map.of()).parse(template(active, blue, green), active + ".json"));
    }

    /** A template; an empty version leaves the colour's fleet out. */
    public static String template(String active, String blue, String green) {
        TealLike stack = new TealLike();
        stack.add("Network", "AWS::EC2::VPC").put("CidrBlock", "10.0.0.0/16");
        stack.add("Balancer", "AWS::ElasticLoadBalancingV2::LoadBalancer").put("Type", "application");
        stack.color("Blue", 8081, blue);
        stack.color("Green", 8082, green);
        stack.production(active.equals("blue") ? 100 : 0);
        for (String color : new String[] {"Blue", "Green"}) {
            if (stack.resources.has(color + "Fleet")) {
                stack.dependsOn("Production", color + "Fleet");
            }
        }
        return JSON.createObjectNode().set("Resources", stack.resources).toPrettyString();
    }

    private void color(String color, int previewPort, String version) {
        ObjectNode group = add(color + "Group", "AWS::ElasticLoadBalancingV2::TargetGroup");
        group.put("Port", 8080).put("Protocol", "HTTP").put("HealthCheckPath", "/health");
        group.put("HealthCheckIntervalSeconds", 10).put("HealthCheckTimeoutSeconds", 5);
        group.putArray("TargetGroupAttributes")
                .addObject()
                .put("Key", "deregistration_delay.timeout_seconds")
                .put("Value", "120");
        listener(color + "Preview", previewPort).addObject().setAll(forward(Map.of(color + "Group", 1)));
        if (!version.isEmpty()) {
            fleet(color, version);
        }
    }

    private void fleet(String color, String version) {
        ObjectNode data =
                add(color + "LaunchTemplate", "AWS::EC2::LaunchTemplate").putObject("LaunchTemplateData");
        data.put("UserData", "install " + version);
        ObjectNode fleet = add(color + "Fleet", "AWS::AutoScaling::AutoScalingGroup");
        fleet.put("MinSize", "2").put("MaxSize", "4");
        ObjectNode launch = fleet.putObject("LaunchTemplate");
        launch.set("LaunchTemplateId", reference(color + "LaunchTemplate"));
        launch.putObject("Version")
                .putArray("Fn::GetAtt")
                .add(color + "LaunchTemplate")
                .add("LatestVersionNumber");
        fleet.putArray("TargetGroupARNs").add(reference(color + "Group"));
        ArrayNode tags = fleet.putArray("Tags");
        tags.addObject().put("Key", "teal:color").put("Value", color.toLowerCase(Locale.ROOT));
        tags.addObject().put("Key", "teal:version").put("Value", version);
        dependsOn(color + "Fleet", color + "Preview");
    }

    private void production(int blueWeight) {
        listener("Production", 80)
                .addObject()
                .setAll(forward(new TreeMap<>(Map.of("BlueGroup", blueWeight, "GreenGroup", 100 - blueWeight))));
    }

    private ArrayNode listener(String id, int port) {
        ObjectNode listener = add(id, "AWS::ElasticLoadBalancingV2::Listener");
        listener.put("Port", port).put("Protocol", "HTTP").set("LoadBalancerArn", reference("Balancer"));
        return listener.putArray("DefaultActions");
    }

    private static ObjectNode forward(Map<String, Integer> weights) {
        ObjectNode action = JSON.createObjectNode().put("Type", "forward");
        ArrayNode groups = action.putObject("ForwardConfig").putArray("TargetGroups");
        weights.forEach(
                (group, weight) -> groups.addObject().put("Weight", weight).set("TargetGroupArn", reference(group)));
        return action;
    }

    private ObjectNode add(String id, String type) {
        return resources.putObject(id).put("Type", type).putObject("Properties");
    }

    private void dependsOn(String id, String other) {
        ObjectNode resource = (ObjectNode) resources.get(id);
        Optional.ofNullable((ArrayNode) resource.get("DependsOn"))
                .orElseGet(() -> resource.putArray("DependsOn"))
                .add(other);
    }

    private static ObjectNode reference(String id) {
        return JSON.createObjectNode().put("Ref", id);
    }
}
