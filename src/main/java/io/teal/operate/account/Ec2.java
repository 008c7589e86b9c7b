package io.teal.operate.account;

import java.util.List;

/**
 * The calls of EC2 by which what is left over is found and removed, under AWS's names. Every list is whole, however
 * many pages it has.
 *
 * @see io.teal.release.port.AwsException what each throws if it fails
 */
public interface Ec2 {
    /** {@code DescribeImages}: the account's own images with the tag {@code teal:service} of that value. */
    List<StoredImage> describeImages(String service);

    /** {@code DescribeInstances}: hosts that are not terminated, of the whole region, stopped ones too. */
    List<BootedHost> describeInstances();

    /** {@code DescribeLaunchTemplates}: the ids of all in the region. */
    List<String> describeLaunchTemplates();

    /** {@code DescribeLaunchTemplateVersions}: all versions of the launch template with the id {@code template}. */
    List<TemplateVersion> describeLaunchTemplateVersions(String template);

    /** {@code CreateTags}: the tag {@code teal:keep} of an image. */
    void keepImage(String image, boolean keep);

    /** {@code DeleteLaunchTemplateVersions} of the launch template with the id {@code template}. */
    void deleteLaunchTemplateVersions(String template, List<Long> numbers);
}
