package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import java.time.Duration;

/**
 * A whole request, as a client sent it.
 *
 * @param head its head
 * @param body its body
 * @param idleTimeout how long its target may be silent
 * @param last whether the connection ends with it
 */
record Request(HttpHead head, byte[] body, Duration idleTimeout, boolean last) {
    /** Whether the client asks for another protocol on this connection, as for a WebSocket. */
    boolean upgrades() {
        return head.header("Upgrade").isPresent();
    }
}
