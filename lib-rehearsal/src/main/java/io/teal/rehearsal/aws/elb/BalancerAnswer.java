package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A response that the load balancer generates itself.
 *
 * @param head its head
 * @param body its body
 */
record BalancerAnswer(HttpHead head, byte[] body) {
    static BalancerAnswer error(int status, String cause) {
        return of(status, "Error", cause + "\n").with(RehearsalHeaders.CAUSE, cause);
    }

    static BalancerAnswer fixed(ActionModel.FixedResponse action, HttpHead request) {
        BalancerAnswer answer = of(action.status(), "Fixed", action.body());
        for (var header : action.headers().entrySet()) {
            answer = answer.with(header.getKey(), filled(header.getValue(), request));
        }
        return answer.with(RehearsalHeaders.CAUSE, "answered by the listener");
    }

    /** Fills in the placeholders of a redirect; drops the question mark of an empty query. */
    private static String filled(String text, HttpHead request) {
        Address address = Address.of(request);
        String path = address.path();
        String filled = text.replace("#{protocol}", "http")
                .replace("#{host}", address.host())
                .replace("#{port}", address.port())
                .replace("#{path}", path.startsWith("/") ? path.substring(1) : path)
                .replace("#{query}", address.query());
        return filled.endsWith("?") ? filled.substring(0, filled.length() - 1) : filled;
    }

    /** Writes the response; returns whether the connection stays open, which it does unless {@code last}. */
    boolean write(OutputStream out, boolean last) throws IOException {
        (last ? head.plus("Connection", "close") : head).write(out);
        out.write(body);
        return !last;
    }

    private static BalancerAnswer of(int status, String reason, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new BalancerAnswer(
                HttpHead.of("HTTP/1.1 " + status + " " + reason, "Content-Length", Integer.toString(body.length)),
                body);
    }

    private BalancerAnswer with(String name, String value) {
        return new BalancerAnswer(head.with(name, value), body);
    }
}
