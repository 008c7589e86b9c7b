package io.teal.rehearsal.aws.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.util.List;
import java.util.Optional;

/** Reads what the hosts of an Auto Scaling group are launched from, wherever the group names it. */
final class LaunchReader {
    /**
     * A change of one of these makes CloudFormation carry out the update policy; see UpdatePolicy attribute in its
     * template reference.
     */
    private static final List<String> COMPARED = List.of(
            "LaunchConfigurationName",
            "LaunchTemplate",
            "MixedInstancesPolicy",
            "InstanceId",
            "VPCZoneIdentifier",
            "AvailabilityZones",
            "PlacementGroup");

    private final Template template;
    private final Fields fields;

    LaunchReader(Template template, Fields fields) {
        this.template = template;
        this.fields = fields;
    }

    /** What decides what hosts boot: the data of the launch template, or the launch configuration. */
    JsonNode content() {
        JsonNode configuration = fields.at("LaunchConfigurationName");
        if (!configuration.isMissingNode()) {
            return named(FleetReader.LAUNCH_CONFIGURATION, configuration, "LaunchConfigurationName")
                    .orElse(configuration);
        }
        JsonNode specification = specification(fields);
        return specification.isMissingNode()
                ? fields.at("InstanceId")
                : launchTemplate(specification).orElse(specification);
    }

    /** What CloudFormation compares to find out whether hosts have to be replaced. */
    JsonNode compared() {
        ObjectNode compared = JsonNodeFactory.instance.objectNode();
        COMPARED.forEach(name -> {
            JsonNode value = fields.at(name);
            if (!(value instanceof MissingNode)) {
                compared.set(name, value);
            }
        });
        if (changesTheGroup()) {
            compared.set("content", content());
        }
        return compared;
    }

    /** Whether another content is a change of the group, too. */
    private boolean changesTheGroup() {
        return !fields.at("LaunchConfigurationName").isMissingNode()
                || Opaque.referred(specification(fields).path("Version")).endsWith(".LatestVersionNumber");
    }

    /** The launch template that the group uses; missing if it uses none. */
    static JsonNode specification(Fields fields) {
        JsonNode mixed = fields.at("MixedInstancesPolicy");
        return mixed.isMissingNode()
                ? fields.at("LaunchTemplate")
                : mixed.path("LaunchTemplate").path("LaunchTemplateSpecification");
    }

    private Optional<JsonNode> launchTemplate(JsonNode specification) {
        JsonNode id = specification.path("LaunchTemplateId");
        Optional<Resource> resource = id.isMissingNode()
                ? resource(FleetReader.LAUNCH_TEMPLATE, specification.path("LaunchTemplateName"), "LaunchTemplateName")
                : resource(FleetReader.LAUNCH_TEMPLATE, id, "");
        return resource.map(known -> template.known()
                .launchTemplate(known.id(), Opaque.referred(specification.path("Version")))
                .orElseGet(() -> template.resolved(known, "Properties"))
                .path("LaunchTemplateData"));
    }

    private Optional<JsonNode> named(String type, JsonNode name, String property) {
        return resource(type, name, property).map(resource -> template.resolved(resource, "Properties"));
    }

    /** The resource of {@code type} to which {@code name} refers, or whose {@code property} it is. */
    private Optional<Resource> resource(String type, JsonNode name, String property) {
        if (name.isMissingNode()) {
            return Optional.empty();
        }
        String id = Opaque.referred(name);
        return template.ofType(type).stream()
                .filter(resource -> resource.id().equals(id)
                        || template.resolved(resource, "Properties")
                                .path(property)
                                .equals(name))
                .findFirst();
    }
}
