package io.teal.examples;

import io.teal.constructs.ApplicationOptions;
import io.teal.constructs.BlueGreenService;
import io.teal.constructs.CutoverOptions;
import io.teal.constructs.Delivery;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import io.teal.constructs.TrafficOptions;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocolVersion;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;

/**
 * A service that speaks gRPC. The load balancer has no metric of its errors, which are in answers of status 200: the
 * service counts them itself, and that count stops a release.
 */
public final class GrpcService {
    private static final int PORT = 50_051;
    private static final String CERTIFICATE =
            "arn:aws:acm:eu-west-1:111111111111:certificate/00000000-0000-0000-0000-000000000000";

    private GrpcService() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(GrpcService::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "prices");
        BlueGreenService.Builder.create(stack, "Prices")
                .serviceName("prices")
                .release(ReleaseContext.of(stack, "prices"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .traffic(TrafficOptions.builder()
                        .applicationPort(PORT)
                        .healthCheckPath("/grpc.health.v1.Health/Check")
                        .certificates(ListenerCertificate.fromArn(CERTIFICATE))
                        .application(ApplicationOptions.builder()
                                .protocol(ApplicationProtocolVersion.GRPC)
                                .build())
                        .build())
                .cutover(CutoverOptions.builder().alarms(errors(stack)).build())
                .build();
        return stack;
    }

    private static Alarm errors(Stack stack) {
        return Alarm.Builder.create(stack, "Errors")
                .metric(Metric.Builder.create()
                        .namespace("Prices")
                        .metricName("Internal")
                        .build())
                .threshold(1)
                .evaluationPeriods(1)
                .build();
    }
}
