package io.teal.operate.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.IntrinsicFunctions;
import io.teal.release.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the services with one fleet in a template. */
final class SingleFleetReader {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    private static final String RULE = "AWS::Events::Rule";
    private static final String DEPLOYMENTS = "AWS::CodeDeploy::DeploymentGroup";

    private final TemplateText template;
    private final DeployedValues values;
    private final IntrinsicFunctions functions;

    /** In {@code template}, with the references that {@code values} knows. */
    SingleFleetReader(TemplateText template, DeployedValues values) {
        this.template = template;
        this.values = values;
        this.functions = new IntrinsicFunctions(values);
    }

    /** All of them, in the order of the template. */
    List<SingleFleet> all() {
        return template.ids(GROUP).stream()
                .map(template::resource)
                .flatMap(this::fleet)
                .toList();
    }

    private Stream<SingleFleet> fleet(JsonNode group) {
        JsonNode properties = group.path("Properties");
        Map<String, String> tags = tags(properties.path("Tags"));
        String service = tags.get(Contract.SERVICE_TAG);
        if (service == null || tags.keySet().stream().anyMatch(Contract::isOfColors)) {
            return Stream.empty();
        }
        JsonNode booted =
                properties.path("LaunchTemplate").path("LaunchTemplateId").path("Ref");
        JsonNode launch = template.properties(booted.asText());
        Optional<JsonNode> install = template.ids(Contract.INSTALL).stream()
                .map(template::properties)
                .filter(one -> one.path("Service").asText().equals(service))
                .findFirst();
        return Stream.of(new SingleFleet(
                service,
                text(properties.path("AutoScalingGroupName")),
                Optional.ofNullable(tags.get(Contract.VERSION_TAG)).or(() -> version(launch)),
                texts(properties.path("TargetGroupARNs")),
                install.map(one -> texts(one.path("BlueAlarms"))).orElseGet(() -> alarms(group)),
                install.isPresent() ? Optional.empty() : Optional.of(refresh(group, launch)),
                install.map(this::install)));
    }

    private static Map<String, String> tags(JsonNode tags) {
        return items(tags)
                .collect(Collectors.toMap(
                        tag -> tag.path("Key").asText(),
                        tag -> tag.path("Value").asText(),
                        (one, other) -> one));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private String text(JsonNode value) {
        return functions.resolve(value).asText();
    }

    private List<String> texts(JsonNode list) {
        return items(list).map(this::text).toList();
    }

    /** A host that is replaced has its version in the tags that it is launched with. */
    private static Optional<String> version(JsonNode launch) {
        return items(launch.path("LaunchTemplateData").path("TagSpecifications"))
                .map(one -> tags(one.path("Tags")).get(Contract.VERSION_TAG))
                .filter(version -> version != null)
                .findFirst();
    }

    /** The rules that turn a release back come before the group. */
    private List<String> alarms(JsonNode group) {
        List<String> before =
                items(group.path("DependsOn")).map(JsonNode::asText).toList();
        return template.ids(RULE).stream()
                .filter(before::contains)
                .flatMap(rule ->
                        items(template.properties(rule).path("EventPattern").path("resources")))
                .map(this::alarm)
                .toList();
    }

    /** An alarm's physical id is its name, and its ARN ends with that. */
    private String alarm(JsonNode arn) {
        JsonNode owner = arn.path("Fn::GetAtt").path(0);
        String text = text(arn);
        return owner.isTextual()
                ? values.reference(owner.asText()).asText()
                : text.substring(text.lastIndexOf(':') + 1);
    }

    private static RefreshPace refresh(JsonNode group, JsonNode launch) {
        JsonNode wanted =
                group.path("UpdatePolicy").path("AutoScalingInstanceRefresh").path("Preferences");
        return new RefreshPace(
                items(wanted.path("CheckpointPercentages")).map(JsonNode::asInt).toList(),
                seconds(wanted.path("CheckpointDelay")),
                seconds(wanted.path("BakeTime")),
                seconds(group.path("Properties").path("DefaultInstanceWarmup")),
                launch.toString());
    }

    private static Duration seconds(JsonNode value) {
        return Duration.ofSeconds(value.asLong());
    }

    private InstallPlace install(JsonNode install) {
        JsonNode own = install.path("Install");
        String hosts = template.ids(DEPLOYMENTS).stream()
                .filter(id -> id.equals(own.path("DeploymentGroup").path("Ref").asText()))
                .map(id -> text(template.properties(id).path("DeploymentConfigName")))
                .findFirst()
                .orElse("");
        return new InstallPlace(
                text(install.path("StateMachine")),
                hosts,
                seconds(own.path("Timeout")),
                seconds(own.path("Bake")),
                install.toString());
    }
}
