package io.teal.rehearsal.load;

import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import io.teal.rehearsal.http.RequestedUrl;

/**
 * What each request of the load is: to the load balancer's nodes in turn, on a connection that is kept after three
 * requests in four. Safe for use by many threads.
 */
final class RequestPattern {
    private static final int FRESH_EVERY = 4;
    private static final int LONG_EVERY = 200;

    private final int nodes;
    private final String[] paths;
    private final long longMillis;

    /**
     * Requests {@code paths}, separated by commas, each maybe with its host, in turn; one in two hundred asks for
     * {@code longMillis}, unless 0.
     */
    RequestPattern(int nodes, String paths, long longMillis) {
        this.nodes = nodes;
        this.paths = paths.split(",");
        this.longMillis = longMillis;
    }

    static String method(long number) {
        return number % 2 == 0 ? "GET" : "POST";
    }

    boolean keeps(long number) {
        return number % FRESH_EVERY != 0;
    }

    int node(long number) {
        return (int) (number / FRESH_EVERY % nodes);
    }

    HttpHead head(long number, String id, String host) {
        RequestedUrl url = RequestedUrl.of(target(number), host);
        String line = method(number) + " " + url.path() + " HTTP/1.1";
        return HttpHead.of(
                line,
                "Host",
                url.host(),
                RehearsalHeaders.REQUEST,
                id,
                "Connection",
                keeps(number) ? "keep-alive" : "close");
    }

    /** Each path has requests of every method, over every node, on new and on kept connections. */
    private String path(long number) {
        return paths[(int) (number / FRESH_EVERY / nodes % paths.length)];
    }

    private String target(long number) {
        String path = path(number);
        boolean takesLong = longMillis > 0 && number % LONG_EVERY == LONG_EVERY - 1;
        return takesLong ? path + (path.contains("?") ? "&" : "?") + "millis=" + longMillis : path;
    }
}
