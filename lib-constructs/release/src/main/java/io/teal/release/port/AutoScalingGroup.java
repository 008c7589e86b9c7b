package io.teal.release.port;

import java.util.List;
import java.util.Map;

/**
 * An Auto Scaling group.
 *
 * @param name its name
 * @param desired desired capacity
 * @param min minimum size: AWS refuses to set less
 * @param max maximum size
 * @param launchTemplateVersion the version it launches from, a number
 * @param instances the hosts in service
 * @param outdated those of them that were launched from another version than {@code launchTemplateVersion}
 * @param tags its tags
 */
public record AutoScalingGroup(
        String name,
        int desired,
        int min,
        int max,
        String launchTemplateVersion,
        List<String> instances,
        List<String> outdated,
        Map<String, String> tags) {
    public AutoScalingGroup {
        instances = List.copyOf(instances);
        outdated = List.copyOf(outdated);
        tags = Map.copyOf(tags);
    }

    /** One whose hosts were all launched from the version that it launches from. */
    public AutoScalingGroup(
            String name,
            int desired,
            int min,
            int max,
            String launchTemplateVersion,
            List<String> instances,
            Map<String, String> tags) {
        this(name, desired, min, max, launchTemplateVersion, instances, List.of(), tags);
    }
}
