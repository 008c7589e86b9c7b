package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.HostOptions;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup.LifecycleHookSpecificationProperty;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.Vpc;

/**
 * Two On-Demand hosts, and Spot Instances of three types above them. A host that ends waits for two minutes, and stays
 * for a look if its last work failed. CloudWatch has memory, disk and log of each colour, and a dashboard of both.
 */
public final class SpotHosts {
    private SpotHosts() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(SpotHosts::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "search");
        BlueGreenService service = BlueGreenService.Builder.create(stack, "Search")
                .serviceName("search")
                .release(ReleaseContext.of(stack, "search"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .fleet(FleetOptions.builder()
                        .instanceTypes(
                                new InstanceType("m6i.large"),
                                new InstanceType("m5.large"),
                                new InstanceType("m5a.large"))
                        .hosts(hosts())
                        .build())
                .build();
        service.dashboard();
        return stack;
    }

    private static HostOptions hosts() {
        return HostOptions.builder()
                .spot(100)
                .onDemandBase(2)
                .metadataHopLimit(2)
                .lifecycleHooks(LifecycleHookSpecificationProperty.builder()
                        .lifecycleHookName("LastWork")
                        .lifecycleTransition("autoscaling:EC2_INSTANCE_TERMINATING")
                        .heartbeatTimeout(120)
                        .defaultResult("ABANDON")
                        .build())
                .keepAbandoned(true)
                .cloudWatchAgent("/var/log/search/*.log", "/var/log/cloud-init-output.log")
                .build();
    }
}
