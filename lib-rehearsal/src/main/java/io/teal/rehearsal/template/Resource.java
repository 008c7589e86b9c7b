package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * One resource of a template.
 *
 * @param id its logical id
 * @param type its type, as {@code AWS::AutoScaling::AutoScalingGroup}
 * @param body the resource as written, with its intrinsic functions
 * @param dependsOn logical ids of the resources it waits for: named by DependsOn, or referenced
 * @param doubt why it is not known whether it exists; empty if it does
 */
public record Resource(String id, String type, JsonNode body, Set<String> dependsOn, Optional<UnknownValue> doubt) {

    /** Copies the set. */
    public Resource {
        dependsOn = Set.copyOf(dependsOn);
    }
}
