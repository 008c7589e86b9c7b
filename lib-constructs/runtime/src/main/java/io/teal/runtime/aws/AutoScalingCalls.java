package io.teal.runtime.aws;

import io.teal.release.port.AutoScalingGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Amazon EC2 Auto Scaling. */
final class AutoScalingCalls {
    private final AutoScalingClient reads;
    private final AutoScalingClient writes;

    AutoScalingCalls(AwsClients clients) {
        this.reads = clients.reads(AutoScalingClient.builder());
        this.writes = clients.writes(AutoScalingClient.builder());
    }

    /** The group; empty if it does not exist or is being deleted (it has a status only then). */
    Optional<AutoScalingGroup> group(String name) {
        return AwsCalls.of(
                "DescribeAutoScalingGroups " + name,
                () ->
                        reads
                                .describeAutoScalingGroups(request -> request.autoScalingGroupNames(name))
                                .autoScalingGroups()
                                .stream()
                                .filter(group -> group.status() == null)
                                .map(AutoScalingCalls::group)
                                .findFirst());
    }

    private static AutoScalingGroup group(software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup group) {
        List<String> inService = group.instances().stream()
                .filter(host -> host.lifecycleState() == LifecycleState.IN_SERVICE)
                .map(Instance::instanceId)
                .toList();
        Map<String, String> tags = group.tags().stream()
                .collect(Collectors.toMap(TagDescription::key, tag -> tag.value() == null ? "" : tag.value()));
        LaunchTemplateSpecification template = group.launchTemplate() == null
                ? group.mixedInstancesPolicy().launchTemplate().launchTemplateSpecification()
                : group.launchTemplate();
        return new AutoScalingGroup(
                group.autoScalingGroupName(),
                group.desiredCapacity(),
                group.maxSize(),
                template.version(),
                inService,
                tags);
    }

    void desire(String group, int desired) {
        AwsCalls.of(
                "SetDesiredCapacity of " + group + " to " + desired,
                () -> writes.setDesiredCapacity(request -> request.autoScalingGroupName(group)
                        .desiredCapacity(desired)
                        .honorCooldown(false)));
    }

    void tag(String group, String key, String value) {
        Tag tag = Tag.builder()
                .resourceType("auto-scaling-group")
                .resourceId(group)
                .key(key)
                .value(value)
                .propagateAtLaunch(false)
                .build();
        AwsCalls.of("CreateOrUpdateTags of " + group, () -> writes.createOrUpdateTags(request -> request.tags(tag)));
    }
}
