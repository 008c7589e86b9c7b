package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * The content of a stickiness cookie.
 *
 * @param group the sticky target group
 * @param host the sticky host; empty if only the group is sticky
 * @param expires its expiry, in milliseconds since 1970
 */
record StickinessCookie(String group, String host, long expires) {
    private static final String SEPARATOR = "|";
    private static final int PARTS = 3;

    /** Reads cookie {@code name} of a request; empty if it is missing, unreadable or expired by {@code clock}. */
    static Optional<StickinessCookie> of(HttpHead request, String name, InstantSource clock) {
        return Cookies.value(request, name)
                .flatMap(StickinessCookie::decode)
                .filter(cookie -> cookie.expires > clock.millis());
    }

    String encode() {
        String text = String.join(SEPARATOR, group, host, Long.toString(expires));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<StickinessCookie> decode(String value) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            String[] parts = text.split("\\" + SEPARATOR, PARTS);
            return Optional.of(new StickinessCookie(parts[0], parts[1], Long.parseLong(parts[2])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }
}
