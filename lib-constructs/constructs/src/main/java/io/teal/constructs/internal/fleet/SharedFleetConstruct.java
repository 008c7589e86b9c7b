package io.teal.constructs.internal.fleet;

import io.teal.constructs.internal.common.GroupNames;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import java.util.Optional;
import software.constructs.Construct;

/**
 * The hosts of both colours: a launch template, an Auto Scaling group that registers each host in both target groups,
 * and a CPU target.
 *
 * <p>What CloudFormation does: it makes the group once, and a release changes nothing of it but tags. It has no update
 * policy, so no deploy replaces hosts; Auto Scaling launches and terminates them, and uses EC2's health checks only.
 */
public class SharedFleetConstruct extends AutoScalingFleet {
    /**
     * The hosts of {@code serviceName}, which run what {@code release} says.
     *
     * @throws InvalidValueException if a group of the app has the name
     */
    public SharedFleetConstruct(
            Construct scope, String id, String serviceName, Release release, FleetParts parts, HostBoot boot) {
        super(scope, id, groupName(scope, serviceName), parts, boot, Optional.empty(), applies(release));
        tag(Contract.SERVICE_TAG, serviceName);
        for (Color color : Color.values()) {
            release.version(color).ifPresent(version -> tag(Contract.versionTag(color), version.value()));
        }
    }

    /** The group's name, {@code <stack>-<service>}: fixed, so that policies can name it without referring to it. */
    public static String groupName(Construct scope, String serviceName) {
        return GroupNames.of(scope, serviceName);
    }

    /** No scale-in while two versions run: a release needs as many hosts as it began with. */
    private static FleetScaling.Applies applies(Release release) {
        boolean oneVersion = !release.runsBoth();
        return new FleetScaling.Applies(oneVersion, true, Optional.empty());
    }
}
