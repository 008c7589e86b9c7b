package io.teal.rehearsal.run;

import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScalingGroup;
import io.teal.rehearsal.aws.elb.TargetDescription;
import java.util.List;
import java.util.stream.Collectors;

/** What a run waits for that waits for health, in a line. */
final class HealthWait {
    private HealthWait() {}

    /** As {@code blue: 1 of 2 hosts healthy (Target.FailedHealthChecks); it printed: starting}. */
    static String of(LocalAutoScaling fleets, World world) {
        return fleets.all().stream().map(fleet -> of(fleet, world)).collect(Collectors.joining("; "));
    }

    private static String of(LocalAutoScalingGroup fleet, World world) {
        List<TargetDescription> waiting = fleet.model().groups().stream()
                .flatMap(group -> world.balancer().describe(group).stream().flatMap(List::stream))
                .filter(target -> !target.reason().isEmpty())
                .toList();
        String why = waiting.stream().map(TargetDescription::reason).distinct().collect(Collectors.joining(", "));
        String printed = waiting.stream()
                .flatMap(target -> world.machines().printed(target.host(), 1).stream())
                .findFirst()
                .map(line -> "; it printed: " + line)
                .orElse("");
        return fleet.model().label() + ": " + fleet.healthy() + " of " + fleet.desired() + " hosts healthy"
                + (why.isEmpty() ? "" : " (" + why + ")") + printed;
    }
}
