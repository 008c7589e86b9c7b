package io.teal.constructs.internal.lastlook;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * An action of a listener or rule.
 *
 * @param json as it stands in the template
 */
record ForwardAction(Object json) {
    static final String TARGET = "TargetGroupArn";

    /** What it forwards to: references to target groups, none if it does not forward. */
    Set<Object> targets() {
        Stream<Object> weighted = Json.list(Json.at(json, "ForwardConfig", "TargetGroups")).stream()
                .map(group -> Json.at(group, TARGET));
        return Stream.concat(Stream.ofNullable(Json.at(json, TARGET)), weighted).collect(Collectors.toSet());
    }

    /** Whether it keeps a client on the target group that served it first. */
    boolean isSticky() {
        Object enabled = Json.at(json, "ForwardConfig", "TargetGroupStickinessConfig", "Enabled");
        return "true".equals(Objects.toString(enabled));
    }

    /** Whether it forwards to each of {@code targetGroups}. */
    boolean reaches(RenderedTemplate template, Collection<CfnResource> targetGroups) {
        Set<Object> targets = targets();
        return targetGroups.stream().map(template::reference).allMatch(targets::contains);
    }
}
