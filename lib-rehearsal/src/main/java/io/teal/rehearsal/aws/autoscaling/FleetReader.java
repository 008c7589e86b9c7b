package io.teal.rehearsal.aws.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.aws.elb.TargetGroupReader;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Template;
import io.teal.release.Color;
import io.teal.release.Contract;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads {@code AWS::AutoScaling::AutoScalingGroup} and the launch template it names. */
public final class FleetReader {
    /** So many answer health checks within a rehearsal's patience. */
    private static final int MOST_HOSTS = 100;

    /** The resource type of Auto Scaling groups. */
    public static final String FLEET = "AWS::AutoScaling::AutoScalingGroup";

    /** The resource type of launch configurations. */
    public static final String LAUNCH_CONFIGURATION = "AWS::AutoScaling::LaunchConfiguration";

    /** The resource type of launch templates. */
    public static final String LAUNCH_TEMPLATE = "AWS::EC2::LaunchTemplate";

    /** The resource type of lifecycle hooks that are not in their group. */
    public static final String LIFECYCLE_HOOK = "AWS::AutoScaling::LifecycleHook";

    private static final String VERSION = "version";
    private static final String KEEPS_LIVE = "IgnoreUnmodifiedGroupSizeProperties";

    /** A traffic source that is a target group. */
    private static final String BALANCED = "elbv2";

    private final Template template;
    private final Fields fields;

    private FleetReader(Template template, Fields fields) {
        this.template = template;
        this.fields = fields;
    }

    /** Reads Auto Scaling group {@code id} and the launch template it names. */
    public static FleetModel read(String id, Fields fields, Template template) {
        FleetReader reader = new FleetReader(template, fields);
        LaunchReader launch = new LaunchReader(template, fields);
        UpdatePolicyReader policies = new UpdatePolicyReader(fields);
        List<String> groups = reader.groups();
        return new FleetModel(
                id,
                reader.size(),
                groups,
                reader.release(id, launch.content()),
                launch.compared().toString(),
                policies.update(),
                care(fields),
                reader.colors(),
                new LaunchRules(securityGroups(launch.content()), policies.holds(id, template), policies.creation()));
    }

    private static Set<String> securityGroups(JsonNode data) {
        if (!Opaque.isKnown(data) || !Opaque.isKnown(data.path("NetworkInterfaces"))) {
            return Set.of("unknown");
        }
        Set<String> ids = Fields.owners(data.path("SecurityGroupIds"));
        ids.addAll(Fields.owners(data.path("SecurityGroups")));
        data.path("NetworkInterfaces").forEach(one -> ids.addAll(Fields.owners(one.path("Groups"))));
        return ids;
    }

    private static FleetModel.HealthCheckUse care(Fields fields) {
        boolean byLoadBalancer = fields.text("HealthCheckType", "EC2").contains("ELB");
        return new FleetModel.HealthCheckUse(byLoadBalancer, fields.seconds("HealthCheckGracePeriod", 0));
    }

    /** The target groups of the group, and those among its traffic sources. */
    private List<String> groups() {
        List<String> groups = new ArrayList<>(fields.references("TargetGroupARNs"));
        for (JsonNode source : fields.at("TrafficSources")) {
            String type = source.path("Type").asText(BALANCED);
            if (!type.equals(BALANCED)) {
                throw fields.refused("traffic source " + type + " is not modelled", "only " + BALANCED + " is");
            }
            groups.add(Opaque.referred(source.path("Identifier")));
        }
        groups.stream()
                .filter(group -> !isInTemplate(group))
                .forEach(group -> fields.notJudged(
                        "registration in '" + group + "', which is no target group of this template,"));
        return groups.stream().filter(this::isInTemplate).toList();
    }

    private boolean isInTemplate(String group) {
        return template.ofType(TargetGroupReader.TARGET_GROUP).stream()
                .anyMatch(resource -> resource.id().equals(group));
    }

    private FleetModel.GroupSize size() {
        JsonNode desired = fields.at("DesiredCapacity");
        OptionalInt given = desired.isMissingNode()
                ? OptionalInt.empty()
                : OptionalInt.of(fields.number("DesiredCapacity", desired, 0));
        JsonNode scheduled = fields.updatePolicy().path("AutoScalingScheduledAction");
        boolean keepsLive = fields.flag(KEEPS_LIVE, scheduled.path(KEEPS_LIVE));
        FleetModel.GroupSize size =
                new FleetModel.GroupSize(fields.number("MinSize", 0), fields.number("MaxSize", 1), given, keepsLive);
        int begins = given.orElse(size.min());
        if (begins < size.min() || begins > size.max()) {
            throw fields.refused(
                    begins + " hosts are not from MinSize " + size.min() + " to MaxSize " + size.max(),
                    "AWS takes no such group");
        }
        if (begins > MOST_HOSTS) {
            throw fields.refused(
                    begins + " hosts are more than the " + MOST_HOSTS + " that are played", "rehearse a smaller group");
        }
        return size;
    }

    /** The launch template version that the group uses. */
    public static String launchTemplateVersion(Fields fields) {
        return LaunchReader.specification(fields).path("Version").asText();
    }

    /** What CloudFormation compares to find out whether hosts of the group have to be replaced. */
    public static JsonNode compared(Fields fields, Template template) {
        return new LaunchReader(template, fields).compared();
    }

    /** What hosts launched by the group boot: the content of its launch template, as far as it is known. */
    public static JsonNode boots(Fields fields, Template template) {
        return new LaunchReader(template, fields).content();
    }

    /** The versions of the colours that share the hosts; empty if they do not. */
    private SortedMap<String, String> colors() {
        HostTags tags = new HostTags(List.of(fields.at("Tags")));
        SortedMap<String, String> colors = new TreeMap<>();
        for (Color color : Color.values()) {
            tags.value(Contract.versionTag(color)).ifPresent(version -> colors.put(color.toString(), version));
        }
        return colors;
    }

    /** The release in the hosts' tags, as far as they tell; else a hash of what the hosts boot. */
    private FleetModel.ReleaseTags release(String id, JsonNode content) {
        HostTags tags = tags(content);
        Optional<String> guess = template.isVersionedByContent(id) ? Optional.empty() : tags.similar(VERSION);
        Optional<String> version = tags.value(Contract.VERSION_TAG).or(() -> guess);
        Optional<String> color = tags.value(Contract.COLOR_TAG).or(() -> tags.similar("color", "colour"));
        return new FleetModel.ReleaseTags(color.orElse(""), version.orElseGet(() -> hash(content.toString())));
    }

    /** The version that a tag seems to tell that is not Teal's. */
    public static Optional<String> guessedVersion(Fields fields, Template template) {
        HostTags tags = new FleetReader(template, fields).tags(boots(fields, template));
        return tags.value(Contract.VERSION_TAG).isPresent() ? Optional.empty() : tags.similar(VERSION);
    }

    /** The tags of the hosts; those of the group take precedence over those of its launch template. */
    private HostTags tags(JsonNode content) {
        List<JsonNode> inTemplate =
                content.isObject() ? content.path("TagSpecifications").findValues("Tags") : List.of();
        return new HostTags(
                Stream.concat(Stream.of(fields.at("Tags")), inTemplate.stream()).toList());
    }

    private static String hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(bytes).toString().substring(0, 8);
    }
}
