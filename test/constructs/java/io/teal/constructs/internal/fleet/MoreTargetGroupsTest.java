package io.teal.constructs.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.NetworkOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.release.Color;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddNetworkTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseNetworkListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;

/** C3: a fleet that a user attaches to more target groups registers in all of them. */
class MoreTargetGroupsTest {
    @Test
    void aFleetIsAttachedToATargetGroupOfAnApplicationLoadBalancer() {
        // Given
        BlueGreenService service = SampleService.blueOnly().service();
        ApplicationTargetGroup admin = ApplicationTargetGroup.Builder.create(Stack.of(service), "Admin")
                .vpc(service.getRouter().getVpc())
                .protocol(ApplicationProtocol.HTTP)
                .port(9000)
                .build();
        // When
        fleet(service).attachToApplicationTargetGroup(admin);
        // Then
        assertBoth(service, "Admin");
    }

    @Test
    void aListenerOfAnotherApplicationLoadBalancerAddsAFleet() {
        // Given
        BlueGreenService service = SampleService.blueOnly().service();
        IVpc vpc = service.getRouter().getVpc();
        ApplicationListener listener = ApplicationLoadBalancer.Builder.create(Stack.of(service), "Other")
                .vpc(vpc)
                .build()
                .addListener(
                        "Listener",
                        BaseApplicationListenerProps.builder()
                                .port(9000)
                                .protocol(ApplicationProtocol.HTTP)
                                .build());
        // When
        listener.addTargets(
                "Fleet",
                AddApplicationTargetsProps.builder()
                        .port(9000)
                        .protocol(ApplicationProtocol.HTTP)
                        .targets(List.of(fleet(service)))
                        .build());
        // Then
        assertBoth(service, "OtherListenerFleetGroup");
    }

    @Test
    void aListenerOfANetworkLoadBalancerAddsAFleet() {
        // Given
        BlueGreenService service = SampleService.blueOnly()
                .traffic(options -> options.network(NetworkOptions.builder().build()))
                .service();
        NetworkListener listener = NetworkLoadBalancer.Builder.create(Stack.of(service), "Other")
                .vpc(service.getRouter().getVpc())
                .build()
                .addListener(
                        "Listener",
                        BaseNetworkListenerProps.builder().port(9000).build());
        // When
        listener.addTargets(
                "Fleet",
                AddNetworkTargetsProps.builder()
                        .port(9000)
                        .targets(List.of(fleet(service)))
                        .build());
        // Then
        assertBoth(service, "OtherListenerFleetGroup");
    }

    private static AutoScalingGroup fleet(BlueGreenService service) {
        return service.getFleet(Color.BLUE).orElseThrow().getAutoScalingGroup();
    }

    private static void assertBoth(BlueGreenService service, String more) {
        SynthTemplate template = SynthTemplate.of(service);
        assertThat(template.property("OrdersBlueGroupASG", "TargetGroupARNs"))
                .isEqualTo(List.of(
                        Map.of("Ref", template.id("OrdersTrafficBlueTargets")), Map.of("Ref", template.id(more))));
    }
}
