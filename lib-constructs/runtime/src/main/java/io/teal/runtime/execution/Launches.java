package io.teal.runtime.execution;

import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.ScalingActivity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an Auto Scaling group has the hosts that it wants, and what it says of those that did not start. */
final class Launches {
    /** What a person does about hosts that do not start. */
    static final String TODO = "remove what Auto Scaling names: a quota, missing capacity, a right (SCP, KMS key), an"
            + " image for other instances; then deploy";

    /** A stack operation, and with it what its fleets do, is seldom older. */
    private static final Duration RECENT = Duration.ofHours(1);

    private static final int MOST = 5;

    private final Optional<AutoScalingGroup> group;
    private final List<ScalingActivity> failed;

    Launches(SpareReads reads, String name) {
        this.group = reads.attempt(aws -> aws.describeAutoScalingGroup(name)).flatMap(found -> found);
        this.failed = group
                .flatMap(found -> reads.attempt(aws -> aws.describeScalingActivities(name, reads.ago(RECENT))))
                .orElse(List.of())
                .stream()
                .filter(ScalingActivity::failed)
                .limit(MOST)
                .toList();
    }

    /** What Auto Scaling said of the last host that did not start; empty if it said nothing, or no host is missing. */
    Optional<String> failure() {
        boolean missing =
                group.filter(it -> it.instances().size() < it.desired()).isPresent();
        return failed.stream()
                .findFirst()
                .filter(last -> missing)
                .map(last -> "hosts do not start, " + inService() + ": " + last.message());
    }

    /** All of it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(inService()));
        failed.forEach(
                one -> lines.add("scaling activity of " + one.started() + ", " + one.status() + ": " + one.message()));
        return lines;
    }

    private String inService() {
        return group.map(it -> it.instances().size() + " of " + it.desired() + " hosts in service")
                .orElse("no group to be seen");
    }
}
