package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/** Cookies of requests and answers. */
final class Cookies {
    private static final String REQUEST = "Cookie";
    private static final String ANSWER = "Set-Cookie";

    /** However long the stickiness lasts. */
    private static final Duration KEPT = Duration.ofDays(7);

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

    /** Whether an answer sets cookie {@code name}. */
    static boolean isSet(HttpHead answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(ANSWER))
                .anyMatch(header -> header.value().startsWith(name + "="));
    }

    /** An answer that sets cookie {@code name}, too. */
    static HttpHead set(HttpHead answer, String name, String value) {
        String expires = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                OffsetDateTime.now(ZoneOffset.UTC).plus(KEPT));
        return answer.plus(ANSWER, name + "=" + value + "; Expires=" + expires + "; Path=/");
    }
}
