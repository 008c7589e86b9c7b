package io.teal.examples;

import io.teal.constructs.Delivery;
import io.teal.constructs.OneFleetService;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.RollingOptions;
import io.teal.constructs.SynthErrors;
import io.teal.constructs.Way;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;

/** One fleet whose hosts are replaced a few at a time: {@code -c version=2.0.0} releases 2.0.0. */
public final class Rolling {
    private Rolling() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(Rolling::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "tickets");
        Vpc vpc = Vpc.Builder.create(stack, "Vpc").maxAzs(2).build();
        OneFleetService.Builder.create(stack, "Tickets")
                .serviceName("tickets")
                .version(ReleaseContext.version(stack, "tickets"))
                .vpc(vpc)
                .delivery(images())
                .way(Way.rolling(RollingOptions.builder().build()))
                .build();
        return stack;
    }

    private static Delivery images() {
        return Delivery.images(Map.of(
                "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                "2.0.0", Map.of("eu-west-1", "ami-00000000000000002")));
    }
}
