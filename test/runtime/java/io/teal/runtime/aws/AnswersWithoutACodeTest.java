package io.teal.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.teal.release.port.AwsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proxies and load balancers in front of a service answer in their own words. */
class AnswersWithoutACodeTest {
    private static final String PAGE = "<html>\n<body>Bad Gateway</body>\n</html>";

    private ByHand here;
    private AwsSdk aws;
    private int status;
    private String body;

    @BeforeEach
    void serve() throws IOException {
        here = new ByHand(exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        aws = here.aws();
    }

    @AfterEach
    void end() {
        here.close();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anEmptyAnswerIsNamedByItsStatus(Consumer<AwsSdk> call) {
        AwsException failed = failure(503, "", call);

        assertThat(failed.code()).isEqualTo("Http503");
        assertThat(failed).hasMessageEndingWith(": answered with HTTP status 503 and no reason");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aPageIsNamedByItsStatus(Consumer<AwsSdk> call) {
        AwsException failed = failure(502, PAGE, call);

        assertThat(failed.code()).isEqualTo("Http502");
        assertThat(failed).hasMessageEndingWith(": answered with HTTP status 502 and no reason");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCutAnswerIsReportedInOneLine(Consumer<AwsSdk> call) {
        AwsException failed = failure(200, "{\"cut\":", call);

        assertThat(failed.code()).isEqualTo("Unanswered");
        assertThat(failed.getMessage().lines()).hasSize(1);
    }

    private AwsException failure(int answered, String text, Consumer<AwsSdk> call) {
        status = answered;
        body = text;
        return catchThrowableOfType(AwsException.class, () -> call.accept(aws));
    }

    /** A read and a write in each protocol: query, JSON. */
    static List<Consumer<AwsSdk>> calls() {
        return List.of(
                aws -> aws.describeRules("listener"),
                aws -> aws.setDesiredCapacity("group", 2),
                aws -> aws.listExecutions("arn:aws:states:eu-west-1:123456789012:stateMachine:shop"),
                aws -> aws.startExecution(
                        "arn:aws:states:eu-west-1:123456789012:stateMachine:shop", "shift-1", Map.of()),
                aws -> aws.describeHostTags("group"));
    }
}
