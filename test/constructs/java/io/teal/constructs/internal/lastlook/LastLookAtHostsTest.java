package io.teal.constructs.internal.lastlook;

import static io.teal.constructs.internal.lastlook.Hatch.BLUE;
import static io.teal.constructs.internal.lastlook.Hatch.BLUE_TARGETS;
import static io.teal.constructs.internal.lastlook.Hatch.blue;
import static io.teal.constructs.internal.lastlook.Hatch.refuses;
import static io.teal.constructs.internal.lastlook.Hatch.targets;

import io.teal.constructs.internal.common.L1;
import io.teal.release.Color;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an escape hatch can do to hosts, so that they never serve or cannot be replaced. */
class LastLookAtHostsTest {
    @Test
    void hostsThatARefreshCannotReplaceAreRefused() {
        refuses(
                service -> blue(service).addPropertyOverride("NewInstancesProtectedFromScaleIn", true),
                BLUE + ": new hosts are protected from scale-in, and an instance refresh would wait an hour for each"
                        + " and fail; omit protectNewInstancesFromScaleIn");
    }

    static Stream<Object> sixteenKibibytesAndOne() {
        String text = "x".repeat(16_385);
        return Stream.of(
                Map.of("Fn::Base64", text),
                Map.of("Fn::Base64", Map.of("Fn::Sub", text + "${AWS::Region}")),
                Map.of("Fn::Base64", Map.of("Fn::Sub", List.of(text + "${Name}", Map.of("Name", "web")))),
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("sixteenKibibytesAndOne")
    void userDataThatEc2DoesNotTakeIsRefused(Object userData) {
        refuses(
                service -> L1.of(service.getFleet(Color.BLUE).orElseThrow().getLaunchTemplate())
                        .addPropertyOverride("LaunchTemplateData.UserData", userData),
                "shop/Orders/Blue/LaunchTemplate: the hosts' user data has 16,385 bytes, and EC2 takes 16,384; put what"
                        + " is large into the image or an object in S3 that user data fetches");
    }

    @Test
    void aHealthCheckOnAPortThatNobodyOpensIsRefused() {
        refuses(
                service -> targets(service, Color.BLUE).addPropertyOverride("HealthCheckPort", "9000"),
                BLUE_TARGETS + ": the health check is on port 9000, and the load balancer reaches the hosts on port"
                        + " 8080 only; answer it there, see TrafficOptions.applicationPort and healthCheckPath");
    }
}
