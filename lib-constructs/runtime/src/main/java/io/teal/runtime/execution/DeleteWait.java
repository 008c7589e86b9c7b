package io.teal.runtime.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The delete of Shift on a load balancer that the stack does not own. CloudFormation has removed the listener rule
 * before it and removes the fleets after it: it waits until every load balancer node has dropped the rule.
 */
final class DeleteWait {
    private final Payload payload;

    DeleteWait(Payload payload) {
        this.payload = payload;
    }

    Map<String, Object> tick(Instant now) {
        Instant end = payload.started().plus(payload.event().deleteWait().orElse(Duration.ZERO));
        return (now.isBefore(end)
                        ? payload.waiting(Duration.between(now, end).toSeconds() + 1)
                        : payload.end(true, "every node has dropped the rule"))
                .map();
    }

    /** Answers SUCCESS: a stack that cannot be deleted would be worse. */
    Map<String, Object> abort(String why) {
        return payload.end(true, why).map();
    }
}
