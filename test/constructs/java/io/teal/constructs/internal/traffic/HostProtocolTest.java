package io.teal.constructs.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.ApplicationOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TrafficOptions;
import io.teal.release.InvalidValueException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocolVersion;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;

/** What the load balancer speaks with the hosts. */
class HostProtocolTest {
    private static final String TARGETS = "OrdersTrafficGreenTargets";

    private static SynthTemplate synth(UnaryOperator<ApplicationOptions.Builder> change) {
        return SampleService.both()
                .with((stack, props) -> props.traffic(traffic(change)
                        .certificates(ListenerCertificate.fromArn(SampleService.CERTIFICATE))
                        .build()))
                .synth();
    }

    private static TrafficOptions.Builder traffic(UnaryOperator<ApplicationOptions.Builder> change) {
        return TrafficOptions.builder()
                .application(change.apply(ApplicationOptions.builder()).build());
    }

    @Test
    void grpcIsCheckedByItsOwnCode() {
        SynthTemplate template = synth(options -> options.protocol(ApplicationProtocolVersion.GRPC));
        assertThat(template.property(TARGETS, "ProtocolVersion")).isEqualTo("GRPC");
        assertThat(template.property(TARGETS, "Matcher")).isEqualTo(Map.of("GrpcCode", "0"));
        assertThat(template.property("OrdersCutoverShift", "Listener", "ToHosts"))
                .isEqualTo("HTTP GRPC");
    }

    @Test
    void http2IsCheckedByAnHttpCode() {
        SynthTemplate template = synth(
                options -> options.protocol(ApplicationProtocolVersion.HTTP2).healthyCodes("200,204"));
        assertThat(template.property(TARGETS, "ProtocolVersion")).isEqualTo("HTTP2");
        assertThat(template.property(TARGETS, "Matcher")).isEqualTo(Map.of("HttpCode", "200,204"));
    }

    @Test
    void hostsThatSpeakTlsAreCheckedByTls() {
        SynthTemplate template = synth(options -> options.encryptedToHosts(true));
        assertThat(template.properties(TARGETS))
                .containsEntry("Protocol", "HTTPS")
                .containsEntry("HealthCheckProtocol", "HTTPS")
                .containsEntry("Port", 8080);
    }

    @Test
    void theUsualIsWrittenAsBefore() {
        SynthTemplate template = synth(options -> options);
        assertThat(template.properties(TARGETS))
                .containsEntry("Protocol", "HTTP")
                .doesNotContainKeys("ProtocolVersion", "HealthCheckProtocol");
        assertThat(template.property("OrdersCutoverShift", "Listener", "ToHosts"))
                .isNull();
    }

    @Test
    void grpcWithoutACertificateIsRefused() {
        refuses(
                () -> traffic(options -> options.protocol(ApplicationProtocolVersion.GRPC))
                        .build(),
                "protocol(GRPC) needs HTTPS, and the service has no certificate");
    }

    @Test
    void codesThatAreNoneAreRefused() {
        refuses(
                () -> ApplicationOptions.builder().healthyCodes("2xx").build(),
                "healthyCodes must be numbers and ranges of them, as 200,202 or 200-299, got '2xx'");
    }

    private static void refuses(Runnable make, String line) {
        assertThatThrownBy(make::run).isInstanceOf(InvalidValueException.class).hasMessageContaining(line);
    }
}
