package io.teal.app;

import io.teal.constructs.BlueGreenServiceProps;
import io.teal.constructs.Delivery;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.TrafficOptions;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.s3.Bucket;

/** The service that the default app deploys. Edit this file: name, image per region, bucket, how it starts. */
final class MyService {
    static final String NAME = "web";
    static final InstanceType TYPE = new InstanceType("t3.small");
    static final String START = "systemd-run --unit=web -p Restart=always -p DynamicUser=yes java -jar \"$ARTIFACT\"";

    static BlueGreenServiceProps.Builder describe(Stack stack) {
        return BlueGreenServiceProps.builder()
                .delivery(Delivery.artifact(
                        MachineImage.genericLinux(Map.of("us-east-1", "ami-0123456789abcdef0")),
                        Bucket.fromBucketName(stack, "Artifacts", "my-artifacts"),
                        "web/{version}/web.jar",
                        List.of("dnf install -y java-17-amazon-corretto-headless", START)))
                .fleet(FleetOptions.builder().instanceTypes(TYPE).build())
                .traffic(TrafficOptions.builder().healthCheckPath("/health").build());
    }
}
