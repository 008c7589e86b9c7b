package io.teal.release.port;

import java.util.List;
import java.util.Map;

/**
 * An Auto Scaling group.
 *
 * @param name its name
 * @param desired desired capacity
 * @param max maximum size
 * @param launchTemplateVersion the version it launches from, a number
 * @param instances the hosts in service
 * @param tags its tags
 */
public record AutoScalingGroup(
        String name,
        int desired,
        int max,
        String launchTemplateVersion,
        List<String> instances,
        Map<String, String> tags) {
    public AutoScalingGroup {
        instances = List.copyOf(instances);
        tags = Map.copyOf(tags);
    }
}
