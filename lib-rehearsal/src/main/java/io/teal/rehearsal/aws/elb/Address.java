package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;

/** Parts of the URL of a request. */
final class Address {
    private static final String HTTP_PORT = "80";

    private Address() {}

    /** The path without the query. */
    static String path(HttpHead request) {
        String target = request.target();
        int end = target.indexOf('?');
        return end < 0 ? target : target.substring(0, end);
    }

    /** The query without its question mark; empty if there is none. */
    static String query(HttpHead request) {
        String target = request.target();
        int end = target.indexOf('?');
        return end < 0 ? "" : target.substring(end + 1);
    }

    /** The host without the port. */
    static String host(HttpHead request) {
        String host = request.header("Host").orElse("");
        int end = host.lastIndexOf(':');
        return end < 0 ? host : host.substring(0, end);
    }

    /** The port in the Host header; 80 if it has none. */
    static String port(HttpHead request) {
        String host = request.header("Host").orElse("");
        int end = host.lastIndexOf(':');
        return end < 0 ? HTTP_PORT : host.substring(end + 1);
    }
}
