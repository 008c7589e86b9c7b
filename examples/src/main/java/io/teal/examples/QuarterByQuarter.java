package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.CutoverOptions;
import io.teal.constructs.Delivery;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import io.teal.release.Strategy;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;

/**
 * A service with many hosts, released by a quarter at a time: the new version gets hosts for its share, the old one
 * gives them away once the share was watched. So a release takes a quarter more hosts, and not twice as many.
 *
 * <p>Hosts boot for each share and for the way back, so they have to boot soon: in three minutes here.
 */
public final class QuarterByQuarter {
    private static final int FEWEST = 8;
    private static final int MOST = 20;

    private QuarterByQuarter() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(QuarterByQuarter::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "search");
        BlueGreenService.Builder.create(stack, "Search")
                .serviceName("search")
                .release(ReleaseContext.of(stack, "search"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .fleet(FleetOptions.builder()
                        .minCapacity(FEWEST)
                        .maxCapacity(MOST)
                        .build())
                .cutover(CutoverOptions.builder()
                        .strategy(Strategy.parse("rollout:25%,5m"))
                        .boot(Duration.minutes(3))
                        .bake(Duration.minutes(5))
                        .build())
                .build();
        return stack;
    }
}
