package io.teal.rehearsal.sim;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.rehearsal.template.TemplateReader;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverMap;
import java.util.Map;
import java.util.Optional;

/** A template written out for CloudFormation, wired as Teal's constructs wire it. */
final class StackTemplate {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BALANCING = "AWS::ElasticLoadBalancingV2::";
    private static final String LOAD_BALANCER = "LoadBalancer";
    private static final int PORT = 8080;

    private final ObjectNode resources = JSON.createObjectNode();
    private final Template template;
    private final int ports;

    private StackTemplate(Template template, int ports) {
        this.template = template;
        this.ports = ports;
    }

    /** What {@code template} says of a service of {@code ports}. */
    static io.teal.rehearsal.template.Template of(Template template, int ports) {
        StackTemplate stack = new StackTemplate(template, ports);
        stack.write();
        String text = JSON.createObjectNode().set("Resources", stack.resources).toString();
        return new TemplateReader(Map.of()).parse(text, "shop");
    }

    private void write() {
        add(LOAD_BALANCER, BALANCING + "LoadBalancer").put("Type", "application");
        add(Part.FUNCTION.id, "AWS::Lambda::Function")
                .put("Handler", Contract.HANDLER)
                .putObject("Code")
                .put("Edition", template.said(Part.FUNCTION));
        for (Color color : Color.values()) {
            color(color);
        }
        if (template.isGuarded()) {
            new StackGuard(this).write();
        }
        cutover();
        for (Color color : Color.values()) {
            template.release().version(color).ifPresent(version -> fleet(color, version));
        }
        for (int port = 0; port < ports; port++) {
            production(port);
        }
        add(Part.NEIGHBOR.id, "Custom::Neighbor");
        add(Part.LAST.id, "Custom::Neighbor");
        dependsOn(Part.LAST.id, Part.LISTENER.id);
    }

    private void cutover() {
        custom(Part.PREFLIGHT, Contract.PREFLIGHT);
        custom(Part.SHIFT, Contract.SHIFT);
        dependsOn(Part.PREFLIGHT.id, Part.FUNCTION.id);
        dependsOn(Part.SHIFT.id, Part.PREFLIGHT.id);
    }

    private void color(Color color) {
        add(color + "Alarm", "AWS::CloudWatch::Alarm")
                .put("AlarmName", Template.alarm(color))
                .put("Namespace", "Shop");
        for (int port = 0; port < ports; port++) {
            String group = Balancer.group(color, port);
            ObjectNode said = add(group, BALANCING + "TargetGroup");
            said.put("Port", PORT + port).put("Protocol", "HTTP").put("HealthCheckPath", "/health");
            said.put("HealthCheckIntervalSeconds", 10).put("HealthCheckTimeoutSeconds", 5);
            said.put("HealthyThresholdCount", 2).put("UnhealthyThresholdCount", 2);
            said.putArray("TargetGroupAttributes")
                    .addObject()
                    .put("Key", "deregistration_delay.timeout_seconds")
                    .put("Value", Long.toString(template.timing().drain().toSeconds()));
            listener("Preview" + group, PORT + 2 + port + 10 * color.ordinal());
            share("Preview" + group, group).put("Weight", 1);
        }
    }

    private void custom(Part part, String type) {
        ObjectNode said = add(part.id, type);
        said.setAll((ObjectNode) JSON.valueToTree(template.cutover(ports)));
        for (Color color : Color.values()) {
            if (template.release().version(color).isPresent()) {
                said.properties().forEach(field -> {
                    if (field.getValue().asText().equals(Template.newest(color))) {
                        field.setValue(attribute(color + "Template", "LatestVersionNumber"));
                    }
                });
            }
        }
    }

    private void fleet(Color color, Version version) {
        ObjectNode launch = add(color + "Template", "AWS::EC2::LaunchTemplate").putObject("LaunchTemplateData");
        launch.put("InstanceType", template.configuration()).put("UserData", "install " + version.value());
        ObjectNode group = add(color.toString(), "AWS::AutoScaling::AutoScalingGroup");
        group.put("AutoScalingGroupName", Template.group(color));
        group.put("MinSize", Integer.toString(template.min())).put("MaxSize", Integer.toString(template.max()));
        group.put("HealthCheckType", "ELB").put("HealthCheckGracePeriod", 300);
        group.put("DefaultInstanceWarmup", 10);
        ObjectNode from = group.putObject("LaunchTemplate");
        from.set("LaunchTemplateId", reference(color + "Template"));
        from.set("Version", attribute(Part.PREFLIGHT.id, CutoverMap.name(color) + CutoverMap.PIN));
        ArrayNode tags = group.putArray("Tags");
        tag(tags, Contract.COLOR_TAG, color.toString());
        tag(tags, Contract.VERSION_TAG, version.value());
        targets(color, group.putArray("TargetGroupARNs"));
        updates(body(color.toString()).putObject("UpdatePolicy"));
        dependsOn(color.toString(), Part.PREFLIGHT.id);
        dependsOn(Part.SHIFT.id, color.toString());
    }

    private void targets(Color color, ArrayNode targets) {
        for (int port = 0; port < ports; port++) {
            targets.add(reference(Balancer.group(color, port)));
            dependsOn(color.toString(), "Preview" + Balancer.group(color, port));
        }
    }

    private static void updates(ObjectNode policy) {
        policy.putObject("AutoScalingScheduledAction").put("IgnoreUnmodifiedGroupSizeProperties", true);
        policy.putObject("AutoScalingInstanceRefresh")
                .put("Strategy", "Rolling")
                .putObject("Preferences")
                .put("MinHealthyPercentage", 100)
                .put("MaxHealthyPercentage", 200);
    }

    private static void tag(ArrayNode tags, String key, String value) {
        tags.addObject().put("Key", key).put("Value", value).put("PropagateAtLaunch", true);
    }

    private void production(int port) {
        String id = Balancer.listener(port);
        listener(id, 80 + port)
                .putArray("Tags")
                .addObject()
                .put("Key", "text")
                .put("Value", template.production().text());
        for (Color color : Color.values()) {
            share(id, Balancer.group(color, port))
                    .set("Weight", attribute(Part.SHIFT.id, CutoverMap.name(color) + CutoverMap.WEIGHT));
        }
    }

    private ObjectNode listener(String id, int port) {
        ObjectNode listener = add(id, BALANCING + "Listener");
        listener.put("Port", port).put("Protocol", "HTTP").set("LoadBalancerArn", reference(LOAD_BALANCER));
        listener.putArray("DefaultActions")
                .addObject()
                .put("Type", "forward")
                .putObject("ForwardConfig")
                .putArray("TargetGroups");
        return listener;
    }

    /** One more target group of {@code listener}. */
    private ObjectNode share(String listener, String group) {
        ArrayNode groups = (ArrayNode) body(listener).at("/Properties/DefaultActions/0/ForwardConfig/TargetGroups");
        ObjectNode share = groups.addObject();
        share.set("TargetGroupArn", reference(group));
        return share;
    }

    ObjectNode add(String id, String type) {
        return resources.putObject(id).put("Type", type).putObject("Properties");
    }

    private ObjectNode body(String id) {
        return (ObjectNode) resources.get(id);
    }

    private void dependsOn(String id, String other) {
        Optional.ofNullable((ArrayNode) body(id).get("DependsOn"))
                .orElseGet(() -> body(id).putArray("DependsOn"))
                .add(other);
    }

    static ObjectNode reference(String id) {
        return JSON.createObjectNode().put("Ref", id);
    }

    static ObjectNode attribute(String id, String name) {
        ObjectNode attribute = JSON.createObjectNode();
        attribute.putArray("Fn::GetAtt").add(id).add(name);
        return attribute;
    }
}
