package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;

/** One service, everything new; versions are images. */
public final class NewEverything {
    private NewEverything() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(NewEverything::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        // docs:begin
        Stack stack = new Stack(app, "orders");
        Vpc vpc = Vpc.Builder.create(stack, "Vpc").maxAzs(2).build();
        BlueGreenService.Builder.create(stack, "Orders")
                .serviceName("orders")
                .release(ReleaseContext.of(stack, "orders"))
                .vpc(vpc)
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .build();
        // docs:end
        return stack;
    }
}
