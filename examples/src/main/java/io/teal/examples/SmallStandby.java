package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.CutoverOptions;
import io.teal.constructs.Delivery;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;

/**
 * A service of two to twenty hosts whose standby keeps one. The release is as safe as any until its bake is over; after
 * that a way back takes a boot longer, since the standby grows before it gets traffic.
 */
public final class SmallStandby {
    private static final int MOST = 20;

    private SmallStandby() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(SmallStandby::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "reports");
        BlueGreenService.Builder.create(stack, "Reports")
                .serviceName("reports")
                .release(ReleaseContext.of(stack, "reports"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .fleet(FleetOptions.builder().maxCapacity(MOST).build())
                .cutover(CutoverOptions.builder().standbyCapacity(1).build())
                .build();
        return stack;
    }
}
