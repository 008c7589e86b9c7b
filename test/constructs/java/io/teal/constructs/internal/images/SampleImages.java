package io.teal.constructs.internal.images;

import io.teal.constructs.Delivery;
import io.teal.constructs.ImagePipeline;
import io.teal.constructs.SampleService;
import io.teal.release.Version;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.s3.Bucket;

/** A pipeline of images of orders, in an existing VPC; what a test does not change has Teal's defaults. */
final class SampleImages {
    static final String KEY = "arn:aws:kms:eu-west-1:111111111111:key/1";
    static final String OTHER_KEY = "arn:aws:kms:us-east-1:111111111111:key/2";

    private SampleImages() {}

    /** The pipeline of {@code version}, which {@code commands} install. */
    static ImagePipeline.Builder of(Stack stack, String version, String... commands) {
        return ImagePipeline.Builder.create(stack, "Images")
                .serviceName("orders")
                .version(Version.of(version))
                .vpc(SampleService.existingVpc(stack))
                .delivery(Delivery.artifact(
                        MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000009")),
                        Bucket.fromBucketName(stack, "Builds", "builds"),
                        "orders/{version}.tgz",
                        commands.length == 0 ? List.of("systemctl enable orders") : List.of(commands)));
    }
}
