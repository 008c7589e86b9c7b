package io.teal.rehearsal.aws.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Template;
import io.teal.release.Color;
import io.teal.release.Contract;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code AWS::AutoScaling::AutoScalingGroup} and the launch template it names. */
public final class FleetReader {
    /** The resource type of launch templates. */
    public static final String LAUNCH_TEMPLATE = "AWS::EC2::LaunchTemplate";

    private final Template template;
    private final Fields fields;

    private FleetReader(Template template, Fields fields) {
        this.template = template;
        this.fields = fields;
    }

    /** Reads Auto Scaling group {@code id} and the launch template it names. */
    public static FleetModel read(String id, Fields fields, Template template) {
        FleetReader reader = new FleetReader(template, fields);
        JsonNode specification = specification(fields);
        JsonNode data = reader.launchTemplate(specification).path("LaunchTemplateData");
        JsonNode policy = fields.updatePolicy();
        boolean replaces = policy.has("AutoScalingInstanceRefresh") || policy.has("AutoScalingRollingUpdate");
        if (policy.path("AutoScalingReplacingUpdate").path("WillReplace").asBoolean()) {
            throw fields.refused("AutoScalingReplacingUpdate is not modelled", "use AutoScalingInstanceRefresh");
        }
        String launch = reader.launch(specification, data);
        List<String> groups = fields.references("TargetGroupARNs");
        refuseSignals(fields, policy);
        return new FleetModel(
                id,
                reader.size(),
                groups,
                reader.tags(data),
                launch,
                replaces,
                care(fields),
                RefreshReader.read(fields),
                reader.colors());
    }

    private static FleetModel.HealthCheckUse care(Fields fields) {
        boolean byLoadBalancer = fields.text("HealthCheckType", "EC2").contains("ELB");
        return new FleetModel.HealthCheckUse(byLoadBalancer, fields.seconds("HealthCheckGracePeriod", 0));
    }

    private static void refuseSignals(Fields fields, JsonNode policy) {
        boolean waits = policy.path("AutoScalingRollingUpdate")
                .path("WaitOnResourceSignals")
                .asBoolean();
        if (waits || fields.waitsForSignals()) {
            throw fields.refused(
                    "waiting for signals is not modelled: no host here sends cfn-signal",
                    "rehearse without CreationPolicy and WaitOnResourceSignals; the result is then pessimistic");
        }
    }

    private FleetModel.GroupSize size() {
        JsonNode desired = fields.at("DesiredCapacity");
        OptionalInt given = desired.isMissingNode()
                ? OptionalInt.empty()
                : OptionalInt.of(fields.number("DesiredCapacity", desired, 0));
        return new FleetModel.GroupSize(fields.number("MinSize", 0), fields.number("MaxSize", 1), given);
    }

    /** The launch template version that the group uses. */
    public static String launchTemplateVersion(Fields fields) {
        return specification(fields).path("Version").asText();
    }

    private static JsonNode specification(Fields fields) {
        JsonNode mixed =
                fields.at("MixedInstancesPolicy").path("LaunchTemplate").path("LaunchTemplateSpecification");
        return mixed.isMissingNode() ? fields.at("LaunchTemplate") : mixed;
    }

    private JsonNode launchTemplate(JsonNode specification) {
        String id = Opaque.referred(specification.path("LaunchTemplateId").asText());
        return template.known()
                .launchTemplate(id, specification.path("Version").asText())
                .or(() -> template.ofType(LAUNCH_TEMPLATE).stream()
                        .filter(resource -> resource.id().equals(id))
                        .findFirst()
                        .map(resource -> template.resolved(resource, "Properties")))
                .orElse(MissingNode.getInstance());
    }

    /** Hash of what CloudFormation compares: the specification, and the content if the version is the latest. */
    private String launch(JsonNode specification, JsonNode data) {
        boolean follows = specification.path("Version").asText().endsWith(".LatestVersionNumber");
        return Hashes.shortHash(specification + (follows ? data.toString() : ""));
    }

    /** The versions of the colours that share the hosts; empty if they do not. */
    private SortedMap<String, String> colors() {
        HostTags tags = HostTags.of(fields.at("Tags"), MissingNode.getInstance());
        SortedMap<String, String> colors = new TreeMap<>();
        for (Color color : Color.values()) {
            tags.value(Contract.versionTag(color)).ifPresent(version -> colors.put(color.toString(), version));
        }
        return colors;
    }

    private FleetModel.ReleaseTags tags(JsonNode data) {
        HostTags tags = HostTags.of(fields.at("Tags"), data.path("TagSpecifications"));
        String version = tags.value(Contract.VERSION_TAG)
                .or(() -> tags.valueOfKeyEnding("version"))
                .orElseGet(() -> Hashes.shortHash(data.toString()));
        String color = tags.value(Contract.COLOR_TAG)
                .or(() -> tags.valueOfKeyEnding("color"))
                .or(() -> tags.valueOfKeyEnding("colour"))
                .orElse("");
        return new FleetModel.ReleaseTags(color, version);
    }
}
