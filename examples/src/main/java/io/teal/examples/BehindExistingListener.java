package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.constructs.ExistingListener;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import io.teal.constructs.TrafficOptions;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;

/**
 * A service that takes over one path of a load balancer in use. Its preview needs a header with a secret; create it
 * first: {@code aws secretsmanager create-secret --name orders-preview --secret-string ...}.
 */
public final class BehindExistingListener {
    private BehindExistingListener() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(BehindExistingListener::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "shop");
        Vpc vpc = Vpc.Builder.create(stack, "Vpc").maxAzs(2).build();
        ApplicationLoadBalancer balancer = ApplicationLoadBalancer.Builder.create(stack, "Shared")
                .vpc(vpc)
                .internetFacing(true)
                .build();
        ApplicationListener listener = balancer.addListener("Http", served());
        BlueGreenService.Builder.create(stack, "Orders")
                .serviceName("orders")
                .release(ReleaseContext.of(stack, "orders"))
                .vpc(vpc)
                .delivery(images())
                .traffic(takingOver(listener, balancer))
                .build();
        return stack;
    }

    private static TrafficOptions takingOver(ApplicationListener listener, ApplicationLoadBalancer balancer) {
        return TrafficOptions.builder()
                .existingListener(ExistingListener.builder()
                        .listener(listener)
                        .loadBalancer(balancer)
                        .conditions(ListenerCondition.pathPatterns(List.of("/orders", "/orders/*")))
                        .priority(100)
                        .url("http://" + balancer.getLoadBalancerDnsName())
                        .previewHeader("x-teal-preview", SecretValue.secretsManager("orders-preview"))
                        .build())
                .build();
    }

    /** Represents the existing service, which keeps every other path. */
    private static BaseApplicationListenerProps served() {
        return BaseApplicationListenerProps.builder()
                .port(TrafficOptions.HTTP_PORT)
                .defaultAction(ListenerAction.fixedResponse(
                        200,
                        FixedResponseOptions.builder()
                                .contentType("text/plain")
                                .messageBody("the shop before")
                                .build()))
                .build();
    }

    private static Delivery images() {
        return Delivery.images(Map.of(
                "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                "2.0.0", Map.of("eu-west-1", "ami-00000000000000002")));
    }
}
