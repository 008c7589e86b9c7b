package io.teal.examples;

import io.teal.constructs.ApplicationOptions;
import io.teal.constructs.BlueGreenService;
import io.teal.constructs.CutoverOptions;
import io.teal.constructs.Delivery;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import io.teal.constructs.TrafficOptions;
import io.teal.release.Strategy;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;

/**
 * A shop whose carts are in the hosts' memory: a client stays with its host, and so with its version, for ten minutes
 * after its last request. A tenth of the new clients gets the new version first; with the last step all get it.
 */
public final class StickySessions {
    private StickySessions() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(StickySessions::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Duration stay = Duration.minutes(10);
        Stack stack = new Stack(app, "cart");
        BlueGreenService.Builder.create(stack, "Cart")
                .serviceName("cart")
                .release(ReleaseContext.of(stack, "cart"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .traffic(TrafficOptions.builder()
                        .application(
                                ApplicationOptions.builder().stickToHost(stay).build())
                        .build())
                .cutover(CutoverOptions.builder()
                        .strategy(Strategy.parse("canary:10%,10m"))
                        .bake(stay)
                        .build())
                .build();
        return stack;
    }
}
