package io.teal.constructs.internal.traffic;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.ExistingListener;
import io.teal.constructs.SampleService;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;

/** Finding 16: what a rule of a listener takes at most. */
class RuleLimitsTest {
    @Test
    void fiveValuesAreAccepted() {
        assertThatNoException().isThrownBy(() -> existing().conditions(hosts(5)).build());
    }

    @Test
    void sixValuesOfSeveralConditionsAreRefused() {
        ExistingListener.Builder six =
                existing().conditions(ListenerCondition.pathPatterns(List.of("/a", "/b", "/c")), hosts(3));
        assertThatThrownBy(six::build).hasMessage("conditions have 6 values, and a rule takes 5");
    }

    @Test
    void thePreviewHeaderIsOneOfThem() {
        ExistingListener.Builder six = existing().conditions(hosts(5)).previewHeader("x-teal-preview");
        assertThatThrownBy(six::build)
                .hasMessage("conditions have 6 values with the preview header's, and a rule takes 5");
    }

    @Test
    void aSecretThatWouldMatchAnythingIsRefused() {
        assertThatThrownBy(() -> existing().previewHeader("x-teal-preview", SecretValue.unsafePlainText("*")))
                .hasMessage("previewHeader's secret must be 1 to 120 letters, digits or -");
    }

    private static ExistingListener.Builder existing() {
        return SampleService.existingListener(SampleService.stack());
    }

    private static ListenerCondition hosts(int values) {
        return ListenerCondition.hostHeaders(IntStream.range(0, values)
                .mapToObj(number -> "orders" + number + ".example.com")
                .toList());
    }
}
