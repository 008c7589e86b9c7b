package io.teal.constructs.internal.fleet;

import io.teal.constructs.internal.common.L1;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;

/**
 * How CloudFormation replaces the hosts of a group whose launch template changes: by an instance refresh that launches
 * before it terminates.
 *
 * <p>Written as an override of the L1: {@code UpdatePolicy.instanceRefresh} is in aws-cdk-lib from 2.263.0 only, and
 * apps with an older one have Teal too.
 *
 * @param preferences of the refresh, beside the percentages of hosts; the keys are CloudFormation's, the values may
 *     hold tokens
 */
public record RefreshPolicy(Map<String, Object> preferences) {
    /**
     * Copies the preferences, adds how many hosts run meanwhile, and sorts: one input gives one template, byte for
     * byte.
     */
    public RefreshPolicy {
        Map<String, Object> all = new TreeMap<>(preferences);
        all.put("MinHealthyPercentage", FleetParts.MIN_HEALTHY_PERCENT);
        all.put("MaxHealthyPercentage", FleetParts.MAX_HEALTHY_PERCENT);
        preferences = all;
    }

    void writeOn(AutoScalingGroup group) {
        L1.of(group)
                .addOverride(
                        "UpdatePolicy.AutoScalingInstanceRefresh",
                        new TreeMap<>(Map.of("Strategy", "Rolling", "Preferences", preferences)));
    }
}
