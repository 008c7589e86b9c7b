package io.teal.rehearsal.http;

/** Headers by which the parts of a rehearsal tell each other what the ledgers need. */
public final class RehearsalHeaders {
    /** On a request: its unique id. */
    public static final String REQUEST = "X-Request-Id";

    /** On an answer: the host that gave it. */
    public static final String HOST = "X-Rehearsal-Host";

    /** On an answer the balancer gave by itself: why. */
    public static final String CAUSE = "X-Rehearsal-Cause";

    private RehearsalHeaders() {}
}
