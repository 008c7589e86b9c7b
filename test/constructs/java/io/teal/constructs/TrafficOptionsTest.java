package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.teal.release.InvalidValueException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Duration;

class TrafficOptionsTest {

    static Stream<Arguments> addresses() {
        return Stream.of(
                refused(options -> options.applicationPort(0), "applicationPort must be a port from 1 to 65535, got 0"),
                refused(
                        options -> options.applicationPort(65_536),
                        "applicationPort must be a port from 1 to 65535, got 65536"),
                refused(
                        options -> options.healthCheckPath("health"),
                        "healthCheckPath must begin with /, got 'health'"),
                refused(
                        options -> options.healthCheckPath("/" + "h".repeat(1024)),
                        "healthCheckPath has 1025 characters, and a health check takes 1024"),
                refused(
                        options -> options.previewPorts(8081, 8081),
                        "bluePreviewPort and greenPreviewPort are both 8081; each colour needs a port of its own"),
                refused(
                        options -> options.previewPorts(80, 8082),
                        "preview port 80 is taken by production; choose another"),
                refused(
                        options -> options.previewPorts(8081, 443),
                        "preview port 443 is taken by production; choose another"),
                refused(
                        options -> options.previewPorts(8081, 70_000),
                        "greenPreviewPort must be a port from 1 to 65535, got 70000"));
    }

    static Stream<Arguments> times() {
        return Stream.of(
                refused(
                        options -> options.healthCheckInterval(Duration.seconds(5)),
                        "healthCheckInterval must be from 6 to 300 seconds, got 5"),
                refused(
                        options -> options.healthCheckInterval(Duration.millis(10_500)),
                        "healthCheckInterval must be whole seconds, got 10500 ms"),
                refused(
                        options -> options.deregistrationDelay(Duration.hours(2)),
                        "deregistrationDelay must be from 0 to 3600 seconds, got 7200"));
    }

    @ParameterizedTest
    @MethodSource({"addresses", "times"})
    void aValueOutOfRangeIsRefused(UnaryOperator<TrafficOptions.Builder> change, String message) {
        TrafficOptions.Builder options = change.apply(TrafficOptions.builder());
        assertThatThrownBy(options::build)
                .isInstanceOf(InvalidValueException.class)
                .extracting(RefusalText::of)
                .isEqualTo(message);
    }

    @Test
    void theEndsOfARangeAreInIt() {
        assertThatNoException()
                .isThrownBy(() -> TrafficOptions.builder()
                        .applicationPort(65_535)
                        .healthCheckInterval(Duration.seconds(6))
                        .deregistrationDelay(Duration.seconds(0))
                        .previewPorts(1, 2)
                        .build());
    }

    private static Arguments refused(UnaryOperator<TrafficOptions.Builder> change, String message) {
        return arguments(change, message);
    }
}
