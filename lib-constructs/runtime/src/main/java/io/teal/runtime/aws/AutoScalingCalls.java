package io.teal.runtime.aws;

import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.ScalingActivity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Activity;
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

    /** By name; without those that do not exist or are being deleted (they have a status only then). */
    Map<String, AutoScalingGroup> groups(Collection<String> names) {
        return AwsCalls.of(
                "DescribeAutoScalingGroups " + String.join(", ", names),
                () ->
                        reads
                                .describeAutoScalingGroups(request -> request.autoScalingGroupNames(names))
                                .autoScalingGroups()
                                .stream()
                                .filter(group -> group.status() == null)
                                .map(AutoScalingCalls::group)
                                .collect(Collectors.toMap(AutoScalingGroup::name, group -> group)));
    }

    private static AutoScalingGroup group(software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup group) {
        List<Instance> inService = group.instances().stream()
                .filter(host -> host.lifecycleState() == LifecycleState.IN_SERVICE)
                .toList();
        Map<String, String> tags = group.tags().stream()
                .collect(Collectors.toMap(TagDescription::key, tag -> tag.value() == null ? "" : tag.value()));
        LaunchTemplateSpecification template = group.launchTemplate() == null
                ? group.mixedInstancesPolicy().launchTemplate().launchTemplateSpecification()
                : group.launchTemplate();
        return new AutoScalingGroup(
                group.autoScalingGroupName(),
                group.desiredCapacity(),
                group.minSize(),
                group.maxSize(),
                template.version(),
                inService.stream().map(Instance::instanceId).toList(),
                inService.stream()
                        .filter(host -> host.launchTemplate() == null
                                || !template.version()
                                        .equals(host.launchTemplate().version()))
                        .map(Instance::instanceId)
                        .toList(),
                tags);
    }

    /** AWS keeps six weeks of them, newest first: only the pages that are needed are read. */
    List<ScalingActivity> activities(String group, Instant since) {
        return AwsCalls.of(
                "DescribeScalingActivities of " + group,
                () -> reads
                        .describeScalingActivitiesPaginator(request -> request.autoScalingGroupName(group))
                        .activities()
                        .stream()
                        .takeWhile(one -> !one.startTime().isBefore(since))
                        .map(AutoScalingCalls::activity)
                        .toList());
    }

    private static ScalingActivity activity(Activity one) {
        String said = one.statusMessage() == null ? one.description() : one.statusMessage();
        return new ScalingActivity(one.startTime(), one.statusCodeAsString(), said == null ? "" : said);
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
