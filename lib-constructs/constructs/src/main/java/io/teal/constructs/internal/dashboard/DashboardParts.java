package io.teal.constructs.internal.dashboard;

import io.teal.constructs.internal.traffic.TrafficRouterConstruct;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.cloudwatch.IAlarm;

/**
 * What is shown of a service.
 *
 * @param serviceName the service
 * @param release what the template settles on
 * @param router what its traffic comes through
 * @param machine ARN of the state machine that drives its releases
 * @param alarms the alarms that roll a release back
 * @param groups the name of the Auto Scaling group that each colour has, or would have
 * @param agent whether CloudWatch's agent is on the hosts
 * @param logs the name of the log group that each colour's hosts write to, if they do
 */
public record DashboardParts(
        String serviceName,
        Release release,
        TrafficRouterConstruct router,
        String machine,
        List<IAlarm> alarms,
        Map<Color, String> groups,
        boolean agent,
        Map<Color, String> logs) {
    /** Copies, in the colours' order: one input gives one template, byte for byte. */
    public DashboardParts {
        alarms = List.copyOf(alarms);
        groups = new TreeMap<>(groups);
        logs = new TreeMap<>(logs);
    }
}
