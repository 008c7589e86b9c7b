package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import java.time.Duration;

/**
 * A whole request, as a client sent it.
 *
 * @param head its head
 * @param body its body
 * @param idleTimeout how long to wait for its target
 * @param last whether the connection closes after it
 */
record Request(HttpHead head, byte[] body, Duration idleTimeout, boolean last) {
    /** Whether the client asks for another protocol on this connection, as for a WebSocket. */
    boolean upgrades() {
        return head.header("Upgrade").isPresent();
    }
}
