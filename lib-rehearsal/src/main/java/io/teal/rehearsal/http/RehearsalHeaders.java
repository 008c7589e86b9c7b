package io.teal.rehearsal.http;

/** Headers that carry what the ledgers of a rehearsal need. */
public final class RehearsalHeaders {
    /** On a request: its unique id. */
    public static final String REQUEST = "X-Request-Id";
    /** How the ids of requests begin that are no part of the load. */
    public static final String PREVIEW = "preview-";

    /** On an answer: the host that sent it. */
    public static final String HOST = "X-Rehearsal-Host";

    /** On the load balancer's own answer: its reason. */
    public static final String CAUSE = "X-Rehearsal-Cause";

    private RehearsalHeaders() {}
}
