package io.teal.examples;

import io.teal.constructs.ApplicationOptions;
import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import io.teal.constructs.TrafficOptions;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;

/**
 * A service whose next version a group of users tries first: while it rests beside the old one
 * ({@code candidatePercent=1}), their requests always go to it.
 *
 * <p>Here they are the requests whose id ends with 7, so that a rehearsal has some; a service of yours has a cookie
 * ({@code candidateByCookie("beta", "yes")}) or a header that its front end sets.
 */
public final class BetaUsers {
    private BetaUsers() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(BetaUsers::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "beta");
        BlueGreenService.Builder.create(stack, "Beta")
                .serviceName("beta")
                .release(ReleaseContext.of(stack, "beta"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .traffic(TrafficOptions.builder()
                        .application(ApplicationOptions.builder()
                                .candidateByHeader("X-Request-Id", "*7")
                                .build())
                        .build())
                .build();
        return stack;
    }
}
