package io.teal.operate.aws;

import io.teal.operate.account.BootedHost;
import io.teal.operate.account.Ec2;
import io.teal.operate.account.StoredImage;
import io.teal.operate.account.TemplateVersion;
import io.teal.release.Contract;
import io.teal.release.port.AwsException;
import io.teal.runtime.aws.AwsCalls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateVersionsResponseErrorItem;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.Tag;

/** {@link Ec2} over the AWS SDK. */
final class SdkEc2 implements Ec2 {
    /** Tags that EC2 sets on a host that was launched from a launch template. */
    private static final String TEMPLATE = "aws:ec2launchtemplate:id";

    private static final String NUMBER = "aws:ec2launchtemplate:version";

    private static final String DELETE = "DeleteLaunchTemplateVersions ";

    private final Ec2Client ec2;

    SdkEc2(Ec2Client ec2) {
        this.ec2 = ec2;
    }

    @Override
    public List<StoredImage> describeImages(String service) {
        return AwsCalls.of(
                "DescribeImages of " + service,
                () -> ec2
                        .describeImagesPaginator(to -> to.owners("self")
                                .includeDeprecated(true)
                                .filters(filter("tag:" + Contract.SERVICE_TAG, service)))
                        .images()
                        .stream()
                        .map(SdkEc2::image)
                        .toList());
    }

    private static StoredImage image(Image image) {
        Map<String, String> tags = tags(image.tags());
        return new StoredImage(
                image.imageId(),
                tags.getOrDefault(Contract.VERSION_TAG, ""),
                image.stateAsString(),
                Instant.parse(image.creationDate()),
                Optional.ofNullable(image.lastLaunchedTime()).map(Instant::parse),
                "true".equals(tags.get(Contract.KEEP_TAG)));
    }

    private static Map<String, String> tags(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value));
    }

    private static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    @Override
    public List<BootedHost> describeInstances() {
        String[] states = {
            InstanceStateName.PENDING.toString(),
            InstanceStateName.RUNNING.toString(),
            InstanceStateName.STOPPING.toString(),
            InstanceStateName.STOPPED.toString(),
            InstanceStateName.SHUTTING_DOWN.toString()
        };
        return AwsCalls.of(
                "DescribeInstances",
                () -> ec2
                        .describeInstancesPaginator(to -> to.filters(filter("instance-state-name", states)))
                        .reservations()
                        .stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .map(SdkEc2::host)
                        .toList());
    }

    private static BootedHost host(Instance instance) {
        Map<String, String> tags = tags(instance.tags());
        return new BootedHost(
                instance.instanceId(),
                instance.imageId(),
                Optional.ofNullable(tags.get(TEMPLATE)),
                Optional.ofNullable(tags.get(NUMBER)).map(Long::valueOf));
    }

    @Override
    public List<String> describeLaunchTemplates() {
        return AwsCalls.of(
                "DescribeLaunchTemplates",
                () -> ec2.describeLaunchTemplatesPaginator(to -> {}).launchTemplates().stream()
                        .map(LaunchTemplate::launchTemplateId)
                        .toList());
    }

    @Override
    public List<TemplateVersion> describeLaunchTemplateVersions(String template) {
        return AwsCalls.of(
                "DescribeLaunchTemplateVersions " + template,
                () -> ec2
                        .describeLaunchTemplateVersionsPaginator(to -> to.launchTemplateId(template))
                        .launchTemplateVersions()
                        .stream()
                        .map(SdkEc2::version)
                        .toList());
    }

    private static TemplateVersion version(LaunchTemplateVersion version) {
        String image = Optional.ofNullable(version.launchTemplateData())
                .map(data -> data.imageId())
                .orElse("");
        return new TemplateVersion(
                version.launchTemplateId(),
                version.versionNumber(),
                Boolean.TRUE.equals(version.defaultVersion()),
                image);
    }

    @Override
    public void keepImage(String image, boolean keep) {
        Tag tag = Tag.builder()
                .key(Contract.KEEP_TAG)
                .value(Boolean.toString(keep))
                .build();
        AwsCalls.of(
                "CreateTags " + image,
                () -> ec2.createTags(to -> to.resources(image).tags(tag)));
    }

    /** The call also succeeds if it deleted only some; its answer lists the others. */
    @Override
    public void deleteLaunchTemplateVersions(String template, List<Long> numbers) {
        List<String> texts = numbers.stream().map(String::valueOf).toList();
        List<DeleteLaunchTemplateVersionsResponseErrorItem> failed = AwsCalls.of(
                DELETE + template,
                () -> ec2.deleteLaunchTemplateVersions(
                                to -> to.launchTemplateId(template).versions(texts))
                        .unsuccessfullyDeletedLaunchTemplateVersions());
        failed.forEach(one -> {
            throw new AwsException(
                    one.responseError().codeAsString(),
                    DELETE + template + " " + one.versionNumber() + ": "
                            + one.responseError().message(),
                    null);
        });
    }
}
