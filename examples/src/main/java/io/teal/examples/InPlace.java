package io.teal.examples;

import io.teal.constructs.CodeDeployAgent;
import io.teal.constructs.Delivery;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.InPlaceOptions;
import io.teal.constructs.OneFleetService;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import io.teal.constructs.Way;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.s3.Bucket;

/** One fleet whose hosts stay; CodeDeploy installs on half of them at a time: {@code -c version=2.0.0}. */
public final class InPlace {
    private InPlace() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(InPlace::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "bookings");
        OneFleetService.Builder.create(stack, "Bookings")
                .serviceName("bookings")
                .version(ReleaseContext.version(stack, "bookings"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .delivery(revisions(stack))
                .fleet(FleetOptions.builder().minCapacity(4).build())
                .way(Way.inPlace(InPlaceOptions.builder().build()))
                .build();
        return stack;
    }

    private static Delivery revisions(Stack stack) {
        return Delivery.codeDeploy(
                MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000003")),
                Bucket.fromBucketName(stack, "Revisions", "example-revisions"),
                "bookings/{version}.zip",
                CodeDeployAgent.release("codedeploy-agent-1.7.1-115.noarch.rpm"),
                List.of("dnf install -y java-17-amazon-corretto-headless"));
    }
}
