package io.teal.rehearsal.load;

import io.teal.rehearsal.http.HttpHead;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;

/**
 * The cookies of 200 clients, which send every fifth request. Each drops its cookies after sixty requests, at staggered
 * times. Safe for use by many threads.
 */
final class ClientCookies {
    private static final int CLIENTS = 200;
    private static final int VISIT = 60;
    private static final int EVERY = 5;

    private final AtomicReferenceArray<String> cookies = new AtomicReferenceArray<>(CLIENTS);

    /** The head of request {@code number} with the cookie of its client, if it has one. */
    HttpHead with(long number, HttpHead head) {
        boolean withoutCookie = number % EVERY != 0 || (number / EVERY / CLIENTS + client(number)) % VISIT == 0;
        Optional<String> cookie = withoutCookie ? Optional.empty() : Optional.ofNullable(cookies.get(client(number)));
        return cookie.map(value -> head.with("Cookie", value)).orElse(head);
    }

    /** Stores the answer's cookie for its client. */
    void keep(long number, HttpHead answer) {
        if (number % EVERY == 0) {
            String all = answer.headers().stream()
                    .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
                    .map(header -> header.value().split(";")[0])
                    .collect(Collectors.joining("; "));
            if (!all.isEmpty()) {
                cookies.set(client(number), all);
            }
        }
    }

    private static int client(long number) {
        return (int) (number / EVERY % CLIENTS);
    }
}
