package io.teal.rehearsal.aws.elb;

/** What one health check has shown, with the reason code that Elastic Load Balancing gives for it. */
enum ProbeOutcome {
    /** The answer had an expected code. */
    PASSED(""),
    /** It had another. */
    MISMATCH("Target.ResponseCodeMismatch"),
    /** There was none in time. */
    TIMEOUT("Target.Timeout"),
    /** There was no connection, or no answer that could be read. */
    FAILED("Target.FailedHealthChecks");

    private final String reason;

    ProbeOutcome(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
