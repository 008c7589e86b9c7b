package io.teal.constructs.internal.lastlook;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.BlueGreenService;
import io.teal.release.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationActionProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ForwardOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.WeightedTargetGroup;

/** Rules of a user's own that keep clients. */
class StickyRuleTest {
    /** By that Shift knows its own action, while it names one colour. */
    @Test
    void aRuleThatKeepsClientsOnOneColourIsRefused() {
        assertThat(Hatch.lines(service -> listener(service)
                        .addAction(
                                "Admin",
                                AddApplicationActionProps.builder()
                                        .priority(10)
                                        .conditions(List.of(ListenerCondition.pathPatterns(List.of("/admin"))))
                                        .action(ListenerAction.weightedForward(
                                                List.of(WeightedTargetGroup.builder()
                                                        .targetGroup((ApplicationTargetGroup) service.getRouter()
                                                                .getTargetGroup(Color.BLUE))
                                                        .weight(1)
                                                        .build()),
                                                ForwardOptions.builder()
                                                        .stickinessDuration(Duration.minutes(1))
                                                        .build()))
                                        .build())))
                .singleElement()
                .asString()
                .contains("keeps clients on a colour of orders", "remove its TargetGroupStickinessConfig");
    }

    private static ApplicationListener listener(BlueGreenService service) {
        return (ApplicationListener)
                service.getRouter().getLoadBalancer().getNode().findChild("Production");
    }
}
