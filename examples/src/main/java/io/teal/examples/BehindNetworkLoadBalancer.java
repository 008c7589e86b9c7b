package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.CutoverOptions;
import io.teal.constructs.Delivery;
import io.teal.constructs.NetworkOptions;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import io.teal.constructs.TrafficOptions;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;

/**
 * A broker that clients keep TLS connections to, behind a Network Load Balancer. It speaks no HTTP, so it must not
 * listen before it can serve. Draining takes ten minutes, in which the broker should tell clients to reconnect.
 */
public final class BehindNetworkLoadBalancer {
    private static final int MQTT_OVER_TLS = 8883;
    private static final String CERTIFICATE =
            "arn:aws:acm:eu-west-1:111111111111:certificate/00000000-0000-0000-0000-000000000000";

    private BehindNetworkLoadBalancer() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(BehindNetworkLoadBalancer::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "broker");
        BlueGreenService.Builder.create(stack, "Broker")
                .serviceName("broker")
                .release(ReleaseContext.of(stack, "broker"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .traffic(TrafficOptions.builder()
                        .network(NetworkOptions.builder()
                                .port(MQTT_OVER_TLS)
                                .healthCheck(Protocol.TCP)
                                .build())
                        .certificates(ListenerCertificate.fromArn(CERTIFICATE))
                        .deregistrationDelay(Duration.minutes(10))
                        .build())
                .cutover(CutoverOptions.builder().bake(Duration.minutes(15)).build())
                .build();
        return stack;
    }
}
