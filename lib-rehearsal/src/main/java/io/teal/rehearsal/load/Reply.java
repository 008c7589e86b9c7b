package io.teal.rehearsal.load;

import io.teal.rehearsal.http.BadHeadException;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;

/**
 * An answer, or why there is none.
 *
 * @param status the code, 0 for none
 * @param host the host that answered; empty if none did
 * @param cause why there was no answer, or the reason of the load balancer's own; else empty
 */
record Reply(int status, String host, String cause) {
    static final Reply CUT = none("connection cut");

    static Reply none(String cause) {
        return new Reply(0, "", cause);
    }

    static Reply of(HttpHead answer) throws BadHeadException {
        return new Reply(
                answer.status(),
                answer.header(RehearsalHeaders.HOST).orElse(""),
                answer.header(RehearsalHeaders.CAUSE).orElse(""));
    }

    Exchange exchange(String id, String method, long dueMicros, long lateMicros, long latencyMicros) {
        return new Exchange(id, method, dueMicros, lateMicros, latencyMicros, status, host, cause);
    }
}
