package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/** Cookies of requests and responses. */
final class Cookies {
    private static final String REQUEST = "Cookie";
    private static final String ANSWER = "Set-Cookie";

    /** Expiry of the cookie, as AWS sets it whatever the stickiness duration. */
    private static final Duration EXPIRY = Duration.ofDays(7);

    private Cookies() {}

    /** The value of cookie {@code name} in a request. */
    static Optional<String> value(HttpHead request, String name) {
        return request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(REQUEST))
                .flatMap(header -> Stream.of(header.value().split(";")))
                .map(String::trim)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    /** Whether a response sets cookie {@code name}. */
    static boolean isSet(HttpHead answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(ANSWER))
                .anyMatch(header -> header.value().startsWith(name + "="));
    }

    /** When a cookie expires that is set {@code now}, to the second. */
    static String expires(Instant now) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plus(EXPIRY).atOffset(ZoneOffset.UTC));
    }

    /** The response with cookie {@code name} added. */
    static HttpHead set(HttpHead answer, String name, String value, String expires) {
        return answer.plus(ANSWER, name + "=" + value + "; Expires=" + expires + "; Path=/");
    }
}
