package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.BlueGreenServiceProps;
import io.teal.constructs.Delivery;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * Two services in two environments. Each reads its release from {@code releases/<environment>/<service>.properties}, so
 * a release is a change of two lines in git; versions are artifacts in S3.
 */
public final class SeveralServices {
    private static final IMachineImage IMAGE = MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000003"));

    private SeveralServices() {}

    /** Synthesizes the app; run in the folder that has {@code releases}. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(SeveralServices::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        environments(app, Path.of("releases"));
        app.synth();
    }

    /** Both environments, with the release files below {@code releases}. */
    public static List<Stage> environments(App app, Path releases) {
        return List.of(environment(app, "dev", 1, releases), environment(app, "prod", 3, releases));
    }

    private static Stage environment(App app, String name, int hosts, Path releases) {
        Stage stage = new Stage(app, name);
        Stack network = new Stack(stage, "network");
        Vpc vpc = Vpc.Builder.create(network, "Vpc").maxAzs(2).build();
        for (String service : List.of("orders", "billing")) {
            Stack stack = new Stack(stage, service);
            service(stack, service, vpc, hosts, releases);
        }
        return stage;
    }

    private static void service(Construct stack, String name, Vpc vpc, int hosts, Path releases) {
        BlueGreenServiceProps props = BlueGreenServiceProps.builder()
                .serviceName(name)
                .release(ReleaseContext.of(stack, name, releases))
                .vpc(vpc)
                .delivery(Delivery.artifact(
                        IMAGE,
                        Bucket.fromBucketName(stack, "Artifacts", "example-artifacts"),
                        name + "/{version}/" + name + ".tar.gz",
                        List.of("tar -xzf \"$ARTIFACT\" -C /opt/artifact", "/opt/artifact/install.sh")))
                .fleet(FleetOptions.builder()
                        .minCapacity(hosts)
                        .maxCapacity(3 * hosts)
                        .build())
                .build();
        new BlueGreenService(stack, "Service", props);
    }
}
