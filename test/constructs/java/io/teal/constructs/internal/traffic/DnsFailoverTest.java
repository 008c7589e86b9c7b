package io.teal.constructs.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.NetworkOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Finding 3: a colour without healthy hosts does not send a Route 53 record to another region. */
class DnsFailoverTest {
    private static final Map<String, String> OFF =
            Map.of("Key", "target_group_health.dns_failover.minimum_healthy_targets.count", "Value", "off");

    @Test
    void neitherTargetGroupOfAnApplicationLoadBalancerDecides() {
        bothAreOff(SampleService.blueOnly().synth());
    }

    @Test
    void neitherTargetGroupOfANetworkLoadBalancerDecides() {
        bothAreOff(SampleService.blueOnly()
                .traffic(options -> options.network(NetworkOptions.builder().build()))
                .synth());
    }

    private static void bothAreOff(SynthTemplate template) {
        for (String color : List.of("Blue", "Green")) {
            assertThat((List<?>) template.property("OrdersTraffic" + color + "Targets", "TargetGroupAttributes"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
                    .contains(OFF);
        }
    }
}
