package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;

/**
 * Parts of the URL of a request.
 *
 * @param path the path without the query
 * @param query the query without its question mark; empty if there is none
 * @param host the host without the port
 * @param port the port in the Host header; 80 if it has none
 */
record Address(String path, String query, String host, String port) {
    private static final String HTTP_PORT = "80";

    static Address of(HttpHead request) {
        String[] target = split(request.target(), request.target().indexOf('?'));
        String authority = request.header("Host").orElse("");
        String[] host = split(authority, authority.lastIndexOf(':'));
        return new Address(target[0], target[1], host[0], host[1].isEmpty() ? HTTP_PORT : host[1]);
    }

    /** What is before and after the character at {@code at}; all and nothing if that is negative. */
    static String[] split(String text, int at) {
        return at < 0 ? new String[] {text, ""} : new String[] {text.substring(0, at), text.substring(at + 1)};
    }
}
