package io.teal.rehearsal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpInputTest {
    private static final String ANSWER = "HTTP/1.1 204 No Content\r\nA: 1\nB:  2 \r\n\r\nrest";

    private static HttpInput input(String text, int atOnce) {
        return new HttpInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, atOnce));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void aHeadIsReadHoweverItComes(int bytesAtOnce) throws Exception {
        HttpInput in = input(ANSWER, bytesAtOnce);
        HttpHead head = HttpHead.read(in).orElseThrow();
        assertThat(head.status()).isEqualTo(204);
        assertThat(head.headers()).containsExactly(new HttpHead.Header("A", "1"), new HttpHead.Header("B", "2"));
        assertThat(in.readAllBytes()).asString().isEqualTo("rest");
    }

    @Test
    void aHeadThatIsCutIsNoHead() throws Exception {
        assertThat(HttpHead.read(input("", 9))).isEmpty();
        assertThatThrownBy(() -> HttpHead.read(input("HTTP/1.1 20", 9))).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> HttpHead.read(input("HTTP/1.1 200 OK\r\n", 9))).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "HTTP/1.1 2x0 OK", "HTTP/1.1 20 OK", "HTTP/1.1 2000 OK", ""})
    void anAnswerHasACodeOfThreeDigits(String line) {
        assertThatThrownBy(() -> HttpHead.of(line).status()).isInstanceOf(BadHeadException.class);
    }

    @Test
    void aHeaderWithoutANameIsMalformed() {
        assertThatThrownBy(() -> HttpHead.read(input("GET / HTTP/1.1\r\nwhat\r\n\r\n", 99)))
                .isInstanceOf(BadHeadException.class);
    }

    @Test
    void whatHasComeGoesOnBeforeMoreIsWaitedFor() throws Exception {
        List<String> seen = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HttpInput in = new HttpInput(new InputStream() {
            @Override
            public int read() {
                return -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                seen.add(out.toString(StandardCharsets.US_ASCII));
                String next = seen.size() == 1 ? "1\r\na\r\n" : "1\r\nb\r\n0\r\n\r\n";
                System.arraycopy(next.getBytes(StandardCharsets.US_ASCII), 0, into, offset, next.length());
                return next.length();
            }
        });
        HttpHead head = HttpHead.of("HTTP/1.1 200 OK", "Transfer-Encoding", "chunked");
        HttpBody.copyResponse("GET", head, in, new BufferedOutputStream(out));
        assertThat(seen).containsExactly("", "1\r\na\r\n");
    }
}
