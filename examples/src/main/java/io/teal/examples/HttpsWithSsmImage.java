package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.FleetSchedule;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import io.teal.constructs.TrafficOptions;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.Schedule;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;

/**
 * A service behind HTTPS, whose images are looked up by version in Systems Manager; scaled up by day, and by requests.
 * The build of a version's image stores its id:
 *
 * <pre>{@code
 * aws ssm put-parameter --name /shop/2.0.0/image --type String --data-type aws:ec2:image --value ami-...
 * }</pre>
 *
 * <p>Old images stay until somebody deletes them. A rule of age, number or last launch would delete one that hosts boot
 * from; {@link ShopImages} makes images that go only when nothing uses them.
 */
public final class HttpsWithSsmImage {
    private static final String CERTIFICATE =
            "arn:aws:acm:eu-west-1:111111111111:certificate/00000000-0000-0000-0000-000000000000";
    private static final int REQUESTS_A_MINUTE = 3000;
    private static final String ZONE = "Europe/Berlin";

    private HttpsWithSsmImage() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(HttpsWithSsmImage::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "shop-front");
        BlueGreenService.Builder.create(stack, "Shop")
                .serviceName("shop")
                .release(ReleaseContext.of(stack, "shop"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .delivery(Delivery.imageParameters("/shop/{version}/image"))
                .traffic(TrafficOptions.builder()
                        .certificates(ListenerCertificate.fromArn(CERTIFICATE))
                        .build())
                .fleet(largerByDay())
                .build();
        return stack;
    }

    private static FleetOptions largerByDay() {
        return FleetOptions.builder()
                .minCapacity(2)
                .maxCapacity(12)
                .requestsPerHost(REQUESTS_A_MINUTE)
                .schedules(
                        FleetSchedule.at("Morning", Schedule.expression("30 7 * * MON-FRI"), 6)
                                .in(ZONE),
                        FleetSchedule.at("Evening", Schedule.expression("0 20 * * MON-FRI"), 2)
                                .in(ZONE))
                .build();
    }
}
