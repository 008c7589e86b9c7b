package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;

/** The parts of what a request asks for. */
final class Address {
    private static final String HTTP_PORT = "80";

    private Address() {}

    /** Without the query. */
    static String path(HttpHead request) {
        String target = request.target();
        int end = target.indexOf('?');
        return end < 0 ? target : target.substring(0, end);
    }

    /** Without the question mark; empty if there is none. */
    static String query(HttpHead request) {
        String target = request.target();
        int end = target.indexOf('?');
        return end < 0 ? "" : target.substring(end + 1);
    }

    /** Without the port. */
    static String host(HttpHead request) {
        String host = request.header("Host").orElse("");
        int end = host.lastIndexOf(':');
        return end < 0 ? host : host.substring(0, end);
    }

    /** The port that the client means. */
    static String port(HttpHead request) {
        String host = request.header("Host").orElse("");
        int end = host.lastIndexOf(':');
        return end < 0 ? HTTP_PORT : host.substring(end + 1);
    }
}
