package io.teal.operate.clean;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Ec2;
import io.teal.operate.account.StoredImage;
import io.teal.release.Version;
import java.util.List;

/** Whether a version has an image that hosts can be launched from. */
public final class ImageCheck {
    private ImageCheck() {}

    /**
     * Checks the image of {@code version} of {@code service}, as {@code ImagePipeline} makes it.
     *
     * @throws RefusedException if there is none in the region, or it is not available, or it may be deleted
     */
    public static void require(Ec2 ec2, String service, Version version) {
        List<StoredImage> images = ec2.describeImages(service).stream()
                .filter(image -> image.version().equals(version.value()))
                .toList();
        if (images.isEmpty()) {
            throw new RefusedException(
                    version + " of " + service + " has no image in this account and region",
                    "build it: cdk deploy the stack with its ImagePipeline, with -c version=" + version);
        }
        StoredImage image = images.get(0);
        if (!image.state().equals("available")) {
            throw new RefusedException(
                    image.id() + ", the image of " + version + ", is " + image.state(),
                    "no host can be launched from it; wait, or build another version");
        }
        if (!image.kept()) {
            throw new RefusedException(
                    image.id() + ", the image of " + version + ", may be deleted at any time",
                    "keep it: aws ec2 create-tags --resources " + image.id() + " --tags Key=teal:keep,Value=true");
        }
    }
}
