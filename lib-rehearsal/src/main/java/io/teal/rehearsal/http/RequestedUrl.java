package io.teal.rehearsal.http;

/**
 * What the load asks for.
 *
 * @param host the host of the Host header
 * @param path the path, and maybe a query
 */
public record RequestedUrl(String host, String path) {
    private static final String SCHEME = "http://";

    /** Of {@code text}: {@code http://host/path}, or a path, for which {@code otherwise} is the host. */
    public static RequestedUrl of(String text, String otherwise) {
        if (!text.startsWith(SCHEME)) {
            return new RequestedUrl(otherwise, text);
        }
        int slash = text.indexOf('/', SCHEME.length());
        return new RequestedUrl(text.substring(SCHEME.length(), slash), text.substring(slash));
    }
}
