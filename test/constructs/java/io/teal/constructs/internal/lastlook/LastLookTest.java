package io.teal.constructs.internal.lastlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.SampleService;
import io.teal.constructs.internal.common.L1;
import io.teal.release.Color;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationActionProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.AuthenticateOidcOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.WeightedTargetGroup;

/** What an escape hatch can do to a service, and the line that it gets. */
class LastLookTest {
    private static final String PRODUCTION = "shop/Orders/Traffic/LoadBalancer/Production";
    private static final String BLUE = "shop/Orders/Blue/Group";
    private static final String TARGETS = "shop/Orders/Traffic/BlueTargets";
    private static final String SHIFT = "shop/Orders/Cutover/Shift";

    @Test
    void aConstantWeightIsRefused() {
        refuses(
                service -> production(service)
                        .addPropertyOverride("DefaultActions.0.ForwardConfig.TargetGroups.0.Weight", 50),
                PRODUCTION + ": DefaultActions gives blue the weight 50, and each deploy would write it over the one that"
                        + " Shift has moved traffic to; leave weights to Teal: candidatePercent and the strategy say how"
                        + " traffic is shared");
    }

    @Test
    void nothingIsSaidOfANominalTemplate() {
        assertThat(SampleService.both().synth().ids("ElasticLoadBalancingV2::Listener"))
                .hasSize(3);
    }

    private static CfnResource production(BlueGreenService service) {
        return service.getRouter().getProduction();
    }

    private static void refuses(Consumer<BlueGreenService> hatch, String line) {
        BlueGreenService service = SampleService.both().service();
        hatch.accept(service);
        assertThatThrownBy(() -> Template.fromStack(Stack.of(service))).hasMessageContaining("[shop] " + line + "\n");
    }
}
