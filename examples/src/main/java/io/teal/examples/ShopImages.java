package io.teal.examples;

import io.teal.constructs.Delivery;
import io.teal.constructs.ImagePipeline;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import io.teal.constructs.TrafficOptions;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;

/**
 * Makes the image of one version from an archive in S3, as the build of each commit does:
 *
 * <pre>{@code
 * npx cdk deploy -c version=2.0.0
 * }</pre>
 *
 * <p>The service then says {@code Delivery.imageParameters(ImagePipeline.parameter("shop"))}.
 */
public final class ShopImages {
    private ShopImages() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(ShopImages::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "shop-images");
        Key key = Key.Builder.create(stack, "Key")
                .enableKeyRotation(true)
                .description("Images of shop")
                .build();
        ImagePipeline.Builder.create(stack, "Images")
                .serviceName("shop")
                .version(ReleaseContext.version(stack, "shop"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).natGateways(1).build())
                .delivery(Delivery.artifact(
                        MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000004")),
                        Bucket.fromBucketName(stack, "Builds", "example-builds"),
                        "shop/{version}.tgz",
                        List.of(
                                "dnf install -y java-17-amazon-corretto-headless",
                                "mkdir -p /opt/shop && tar -xzf \"$ARTIFACT\" -C /opt/shop",
                                "cp /opt/shop/shop.service /etc/systemd/system/",
                                "systemctl enable shop")))
                .traffic(TrafficOptions.builder().healthCheckPath("/health").build())
                .encryptionKey(key)
                .build();
        return stack;
    }
}
