package io.teal.constructs.internal.cutover;

import io.teal.release.Version;
import java.util.List;
import software.amazon.awscdk.Duration;

/**
 * What is installed where.
 *
 * @param serviceName the service
 * @param version what its hosts run afterwards
 * @param groupName name of the Auto Scaling group, fixed, since permissions name it
 * @param maxCapacity the group's maximum
 * @param targetGroup ARN of the target group that the hosts are in
 * @param loadBalancer ARN of its load balancer
 * @param alarms names of the alarms that are watched
 * @param installation how it is installed
 * @param bake how long the alarms are watched afterwards
 * @param notices who is told
 */
public record InPlaceInstallProps(
        String serviceName,
        Version version,
        String groupName,
        int maxCapacity,
        String targetGroup,
        String loadBalancer,
        List<String> alarms,
        Installation installation,
        Duration bake,
        NoticeSettings notices) {}
