package io.teal.rehearsal.aws.elb;

/** The outcome of one health check, with its Elastic Load Balancing reason code. */
enum ProbeOutcome {
    /** The response had an expected status. */
    PASSED(""),
    /** The response had another status. */
    MISMATCH("Target.ResponseCodeMismatch"),
    /** No response within the timeout. */
    TIMEOUT("Target.Timeout"),
    /** No connection, or an unreadable response. */
    FAILED("Target.FailedHealthChecks");

    private final String reason;

    ProbeOutcome(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
