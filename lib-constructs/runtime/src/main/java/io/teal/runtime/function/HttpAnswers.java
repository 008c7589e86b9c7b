package io.teal.runtime.function;

import com.fasterxml.jackson.jr.ob.JSON;
import io.teal.release.port.AwsException;
import io.teal.runtime.execution.Answers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts answers to the URL CloudFormation gave, which is signed for a PUT without a content type. CloudFormation accepts
 * 4096 bytes; a longer reason is cut.
 */
final class HttpAnswers implements Answers {
    private static final int MOST_BYTES = 4096;

    /** A control character as JSON writes it. */
    private static final int MOST_BYTES_OF_A_CHAR = 6;

    private static final int TIMEOUT_MILLIS = 8_000;
    private static final String REASON = "Reason";
    private static final String CUT = " ...";

    @Override
    public void put(String url, Map<String, Object> answer) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setRequestMethod("PUT");
            connection.setDoOutput(true);
            // Without this the JDK sends a form's content type, and the signature does not match.
            connection.setRequestProperty("Content-Type", "");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body(answer));
            }
            if (connection.getResponseCode() / 100 != 2) {
                throw new AwsException("Answer", "CloudFormation's URL answered " + connection.getResponseCode(), null);
            }
        } catch (IOException unanswered) {
            throw new AwsException("Answer", "CloudFormation's URL does not answer: " + unanswered, unanswered);
        }
    }

    static byte[] body(Map<String, Object> answer) throws IOException {
        Map<String, Object> shorter = new TreeMap<>(answer);
        String reason = answer.get(REASON).toString();
        byte[] body = bytes(shorter);
        while (body.length > MOST_BYTES && !reason.isEmpty()) {
            reason = shortened(reason, body.length - MOST_BYTES);
            shorter.put(REASON, reason + CUT);
            body = bytes(shorter);
        }
        return body;
    }

    /** Cuts no more than needed, and never inside a character. */
    private static String shortened(String reason, int bytesTooMany) {
        int end = Math.max(0, reason.length() - Math.max(1, bytesTooMany / MOST_BYTES_OF_A_CHAR));
        boolean splits = end > 0 && Character.isHighSurrogate(reason.charAt(end - 1));
        return reason.substring(0, splits ? end - 1 : end);
    }

    private static byte[] bytes(Map<String, Object> answer) throws IOException {
        return JSON.std.asString(answer).getBytes(StandardCharsets.UTF_8);
    }
}
