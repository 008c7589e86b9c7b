package io.teal.runtime.aws;

import io.teal.release.port.AwsException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.FailureInfo;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.Tag;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;

/**
 * Tags of hosts, from the Resource Groups Tagging API: EC2's own client would double the function's size. It may report
 * a new host late; until then a release waits.
 */
final class TaggingCalls {
    /** Auto Scaling puts it on every host. */
    private static final String GROUP = "aws:autoscaling:groupName";

    private final ResourceGroupsTaggingApiClient reads;
    private final ResourceGroupsTaggingApiClient writes;

    TaggingCalls(AwsClients clients) {
        this.reads = clients.reads(ResourceGroupsTaggingApiClient.builder());
        this.writes = clients.writes(ResourceGroupsTaggingApiClient.builder());
    }

    Map<String, Map<String, String>> tags(String group) {
        TagFilter ofGroup = TagFilter.builder().key(GROUP).values(group).build();
        return AwsCalls.of(
                "GetResources of " + group,
                () -> reads
                        .getResourcesPaginator(request ->
                                request.resourceTypeFilters("ec2:instance").tagFilters(ofGroup))
                        .resourceTagMappingList()
                        .stream()
                        .collect(Collectors.toMap(TaggingCalls::id, TaggingCalls::tags)));
    }

    /** The call also succeeds if it tagged only some; its result lists the others. */
    void tag(List<String> arns, String key, String value) {
        Map<String, FailureInfo> failed = AwsCalls.of(
                "TagResources " + arns,
                () -> writes.tagResources(
                                request -> request.resourceARNList(arns).tags(Map.of(key, value)))
                        .failedResourcesMap());
        failed.forEach((arn, why) -> {
            throw new AwsException(why.errorCodeAsString(), "TagResources " + arn + ": " + why.errorMessage(), null);
        });
    }

    private static String id(ResourceTagMapping host) {
        return host.resourceARN().substring(host.resourceARN().lastIndexOf('/') + 1);
    }

    private static Map<String, String> tags(ResourceTagMapping host) {
        return host.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
    }
}
