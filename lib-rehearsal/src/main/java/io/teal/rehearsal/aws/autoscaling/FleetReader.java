package io.teal.rehearsal.aws.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Template;
import io.teal.release.Color;
import io.teal.release.Contract;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

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
                reader.release(data),
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

    /** What CloudFormation compares: the specification, and the content if the version is the latest. */
    private String launch(JsonNode specification, JsonNode data) {
        boolean follows = specification.path("Version").asText().endsWith(".LatestVersionNumber");
        return specification + (follows ? data.toString() : "");
    }

    /** The versions of the colours that share the hosts; empty if they do not. */
    private SortedMap<String, String> colors() {
        Map<String, String> tags = tags(List.of(fields.at("Tags")));
        SortedMap<String, String> colors = new TreeMap<>();
        for (Color color : Color.values()) {
            Optional.ofNullable(tags.get(Contract.versionTag(color)))
                    .ifPresent(version -> colors.put(color.toString(), version));
        }
        return colors;
    }

    /** The release in the hosts' tags; those of the fleet take precedence over those of its launch template. */
    private FleetModel.ReleaseTags release(JsonNode data) {
        Map<String, String> tags = tags(
                Stream.concat(Stream.of(fields.at("Tags")), data.path("TagSpecifications").findValues("Tags").stream())
                        .toList());
        String version = value(tags, Contract.VERSION_TAG, "version").orElseGet(() -> hash(data.toString()));
        return new FleetModel.ReleaseTags(
                value(tags, Contract.COLOR_TAG, "color", "colour").orElse(""), version);
    }

    /** By key; the first of a key counts. */
    private static Map<String, String> tags(List<JsonNode> lists) {
        Map<String, String> tags = new LinkedHashMap<>();
        lists.forEach(list -> list.forEach(tag ->
                tags.putIfAbsent(tag.path("Key").asText(), tag.path("Value").asText())));
        return tags;
    }

    /** The value of the tag {@code key}, else of one whose key ends in one of {@code endings}. */
    private static Optional<String> value(Map<String, String> tags, String key, String... endings) {
        Stream<String> others = Stream.of(endings)
                .flatMap(ending -> tags.keySet().stream()
                        .filter(tag -> tag.toLowerCase(Locale.ROOT).endsWith(ending)));
        return Stream.concat(Stream.of(key).filter(tags::containsKey), others)
                .map(tags::get)
                .findFirst();
    }

    private static String hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(bytes).toString().substring(0, 8);
    }
}
