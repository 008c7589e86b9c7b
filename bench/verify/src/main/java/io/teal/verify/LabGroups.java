package io.teal.verify;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefreshStatus;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.autoscaling.model.Tag;

/** The lab's Auto Scaling group. */
record LabGroups(AutoScalingClient client) {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int MOST_LOOKS = 120;
    private static final Set<InstanceRefreshStatus> GOES_ON =
            Set.of(InstanceRefreshStatus.PENDING, InstanceRefreshStatus.IN_PROGRESS);

    private AutoScalingGroup group(String name) {
        return client.describeAutoScalingGroups(request -> request.autoScalingGroupNames(name))
                .autoScalingGroups()
                .get(0);
    }

    void resize(String group, int desired) {
        client.setDesiredCapacity(request -> request.autoScalingGroupName(group).desiredCapacity(desired));
    }

    int desired(String group) {
        return group(group).desiredCapacity();
    }

    void tag(String group, String key, String value) {
        Tag tag = Tag.builder()
                .resourceId(group)
                .resourceType("auto-scaling-group")
                .key(key)
                .value(value)
                .propagateAtLaunch(false)
                .build();
        client.createOrUpdateTags(request -> request.tags(tag));
    }

    Map<String, String> tags(String group) {
        return group(group).tags().stream().collect(Collectors.toMap(tag -> tag.key(), tag -> tag.value()));
    }

    Map<String, String> hosts(String group) {
        return group(group).instances().stream()
                .filter(host -> host.lifecycleState() == LifecycleState.IN_SERVICE)
                .collect(Collectors.toMap(
                        host -> host.instanceId(), host -> host.launchTemplate().version()));
    }

    /** Cancels the refresh of {@code group} as soon as there is one; gives up after ten minutes. */
    void cancelRefresh(String group) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            boolean goesOn = client
                    .describeInstanceRefreshes(request -> request.autoScalingGroupName(group))
                    .instanceRefreshes()
                    .stream()
                    .anyMatch(refresh -> GOES_ON.contains(refresh.status()));
            if (goesOn) {
                client.cancelInstanceRefresh(request -> request.autoScalingGroupName(group));
                return;
            }
            LabStack.sleep(LOOK);
        }
    }
}
