package io.teal.constructs.internal.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.NetworkOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finding 2: an alarm goes off also when the newest minute's metrics are not there yet. */
class LateMetricsTest {
    @Test
    void onlyWhatIsNotReportedWhenItIsZeroIsFilled() {
        assertThat(expressions(SampleService.both().synth()))
                .containsExactlyInAnyOrder(
                        "IF(requests >= 20, 100 * FILL(errors, 0) / requests, 0)",
                        "IF(requests >= 20, latency, 0)",
                        "IF(requests >= 20, unhealthy, 0)");
    }

    @Test
    void aNetworkLoadBalancersMetricsAreAlwaysReported() {
        SynthTemplate template = SampleService.both()
                .traffic(options -> options.network(NetworkOptions.builder().build()))
                .synth();
        assertThat(expressions(template))
                .containsExactlyInAnyOrder(
                        "IF(unhealthy > 0, 0 - DIFF(healthy), 0)", "IF(flows >= 20, 100 * resets / flows, 0)");
    }

    @SuppressWarnings("unchecked")
    private static List<String> expressions(SynthTemplate template) {
        return template.ids("CloudWatch::Alarm").stream()
                .map(id -> template.properties(SynthTemplate.withoutHash(id)))
                .flatMap(alarm -> ((List<Map<String, Object>>) alarm.get("Metrics")).stream())
                .flatMap(metric -> Stream.ofNullable((String) metric.get("Expression")))
                .distinct()
                .toList();
    }
}
