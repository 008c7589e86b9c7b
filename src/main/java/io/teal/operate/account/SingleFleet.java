package io.teal.operate.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.operate.RefusedException;
import io.teal.rehearsal.template.IntrinsicFunctions;
import io.teal.release.Contract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A service of Teal that has one fleet and no colours.
 *
 * @param service its name
 * @param group name of its Auto Scaling group
 * @param inPlace whether CodeDeploy installs versions on its hosts; else they are replaced
 * @param targetGroups ARNs of its target groups
 */
public record SingleFleet(String service, String group, boolean inPlace, List<String> targetGroups) {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    /** Copies the list. */
    public SingleFleet {
        targetGroups = List.copyOf(targetGroups);
    }

    /** How versions reach its hosts, for people. */
    public String way() {
        return inPlace ? "one fleet, released in place" : "one fleet, released host by host";
    }

    /** Why a verb that needs two colours does nothing here. */
    RefusedException hasNoColors() {
        return new RefusedException(
                service + " has no colours: it is " + way(),
                "teal status shows it; cdk deploy with the former version takes it back");
    }

    /** Those of {@code template} as it is, before a stack exists. */
    static List<SingleFleet> of(TemplateText template) {
        return of(
                template,
                new DeployedValues(name -> Optional.empty(), name -> Optional.empty(), name -> Optional.empty()));
    }

    /** Those of {@code template}: groups that have a service's tag and none of a colour. */
    static List<SingleFleet> of(TemplateText template, DeployedValues values) {
        List<String> installed = template.ids(Contract.INSTALL).stream()
                .map(id -> template.properties(id).path("Service").asText())
                .toList();
        return template.ids(GROUP).stream()
                .map(template::properties)
                .flatMap(properties -> fleet(properties, values, installed))
                .toList();
    }

    private static Stream<SingleFleet> fleet(JsonNode group, DeployedValues values, List<String> installed) {
        Map<String, String> tags = StreamSupport.stream(group.path("Tags").spliterator(), false)
                .collect(Collectors.toMap(
                        tag -> tag.path("Key").asText(),
                        tag -> tag.path("Value").asText(),
                        (one, other) -> one));
        String service = tags.get(Contract.SERVICE_TAG);
        boolean colored = tags.keySet().stream().anyMatch(Contract::isOfColors);
        if (service == null || colored) {
            return Stream.empty();
        }
        IntrinsicFunctions functions = new IntrinsicFunctions(values);
        List<String> targets = StreamSupport.stream(
                        group.path("TargetGroupARNs").spliterator(), false)
                .map(one -> functions.resolve(one).asText())
                .toList();
        String name = functions.resolve(group.path("AutoScalingGroupName")).asText();
        return Stream.of(new SingleFleet(service, name, installed.contains(service), targets));
    }
}
