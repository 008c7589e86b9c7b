package io.teal.constructs.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.FleetOptions;
import io.teal.constructs.OneFleetService;
import io.teal.constructs.RollingOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.Way;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;

/** Finding 20: scaling on CPU acts on data of the last minute, and an update of Teal alone replaces no host for it. */
class DetailedMonitoringTest {
    @Test
    void aColorsHostsReportEachMinute() {
        assertThat(data(SampleService.blueOnly().synth(), "OrdersBlueLaunchTemplate"))
                .containsEntry("Monitoring", Map.of("Enabled", true));
    }

    @Test
    void whoDoesNotWantToPayForItSwitchesItOff() {
        SampleService off = SampleService.blueOnly().fleet(options -> options.detailedMonitoring(false));
        assertThat(data(off.synth(), "OrdersBlueLaunchTemplate")).doesNotContainKey("Monitoring");
    }

    @Test
    void aRollingFleetsLaunchTemplateIsAsBeforeUnlessItIsAskedFor() {
        assertThat(data(rolling(FleetOptions.builder()), "OrdersFleetLaunchTemplate"))
                .doesNotContainKey("Monitoring");
        assertThat(data(rolling(FleetOptions.builder().detailedMonitoring(true)), "OrdersFleetLaunchTemplate"))
                .containsEntry("Monitoring", Map.of("Enabled", true));
    }

    private static SynthTemplate rolling(FleetOptions.Builder options) {
        Stack stack = SampleService.stack();
        return SynthTemplate.of(OneFleetService.Builder.create(stack, "Orders")
                .serviceName("orders")
                .version(SampleService.ONE)
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.images())
                .fleet(options.build())
                .way(Way.rolling(RollingOptions.builder().build()))
                .build());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(SynthTemplate template, String launchTemplate) {
        return (Map<String, Object>) template.property(launchTemplate, "LaunchTemplateData");
    }
}
