package io.teal.runtime.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpServer;
import io.teal.release.port.AwsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswersTest {
    private static final int MOST_BYTES = 4096;
    private static final int MOST_BYTES_OF_A_CHAR = 6;

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private byte[] body;
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            body = exchange.getRequestBody().readAllBytes();
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " type="
                    + exchange.getRequestHeaders().getFirst("Content-Type"));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    /** The URL is signed for a PUT without a type; one byte of its query changed, and S3 refuses. */
    @Test
    void anAnswerIsOnePutToTheVeryUrlWithoutAContentType() throws IOException {
        Map<String, Object> answer = answer("promoted");
        new HttpAnswers().put(url("/arn%3Aaws%3A1?X-Amz-Signature=ab%2Fcd%3D&x=1"), answer);

        assertThat(requests).containsExactly("PUT /arn%3Aaws%3A1?X-Amz-Signature=ab%2Fcd%3D&x=1 type=");
        assertThat(JSON.std.mapFrom(body)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 500, 503})
    void anAnswerThatIsNotTakenIsAnError(int refused) {
        status = refused;

        assertThatThrownBy(() -> new HttpAnswers().put(url("/"), answer("promoted")))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining(Integer.toString(refused));
    }

    @Test
    void aServerThatIsNotThereIsAnError() {
        String url = url("/");
        server.stop(0);

        assertThatThrownBy(() -> new HttpAnswers().put(url, answer("promoted")))
                .isInstanceOf(AwsException.class)
                .hasMessageStartingWith("CloudFormation's URL does not answer: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "색", "🟦", "\"", "\n", "\u0001"})
    void aReasonThatIsTooLongLosesItsEndAndNothingElseIsCut(String letter) throws IOException {
        Map<String, Object> answer = answer("green is not healthy: " + letter.repeat(MOST_BYTES));
        byte[] cut = HttpAnswers.body(answer);
        Map<String, Object> read = JSON.std.mapFrom(cut);

        assertThat(cut).hasSizeBetween(MOST_BYTES - MOST_BYTES_OF_A_CHAR, MOST_BYTES);
        assertThat(read.get("Reason"))
                .asString()
                .startsWith("green is not healthy: ")
                .endsWith(" ...");
        read.put("Reason", answer.get("Reason"));
        assertThat(read).isEqualTo(answer);
    }

    @Test
    void aReasonThatJustFitsIsWhole() throws IOException {
        int rest = HttpAnswers.body(answer("")).length;
        Map<String, Object> answer = answer("a".repeat(MOST_BYTES - rest));

        assertThat(JSON.std.mapFrom(HttpAnswers.body(answer))).isEqualTo(answer);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static Map<String, Object> answer(String reason) {
        return Map.of(
                "Status",
                "FAILED",
                "Reason",
                reason,
                "PhysicalResourceId",
                "teal-shift-Shift",
                "StackId",
                "arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/1",
                "RequestId",
                "r1",
                "LogicalResourceId",
                "Shift",
                "Data",
                Map.of("BlueWeight", "100", "GreenWeight", "0"));
    }
}
