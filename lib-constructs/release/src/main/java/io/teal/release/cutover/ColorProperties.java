package io.teal.release.cutover;

import io.teal.release.Required;
import java.util.List;
import java.util.Optional;

/**
 * The properties of one colour, for Preflight and Shift.
 *
 * @param group name of its Auto Scaling group, whether there is one or not
 * @param targetGroups ARNs of its target groups; the first takes production traffic
 * @param previewUrl where it is reached regardless of the weights
 * @param newest newest version of its launch template; empty if the colour has no fleet in the template
 * @param alarms names of the alarms on it
 */
public record ColorProperties(
        String group, List<String> targetGroups, String previewUrl, Optional<String> newest, List<String> alarms) {
    public ColorProperties {
        Required.all(group, previewUrl, newest);
        targetGroups = List.copyOf(targetGroups);
        alarms = List.copyOf(alarms);
        if (targetGroups.isEmpty()) {
            throw new IllegalArgumentException("a colour needs a target group; " + group + " has none");
        }
    }
}
