package io.teal.runtime.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The delete of Shift where a rule led to the fleets on a load balancer that stays: the rule is gone when it begins,
 * and the fleets go when it ends. It waits until every node has forgotten the rule.
 */
final class DeleteWait {
    private final Payload payload;

    DeleteWait(Payload payload) {
        this.payload = payload;
    }

    Map<String, Object> tick(Instant now) {
        Instant end = payload.started().plus(payload.event().farewell().orElse(Duration.ZERO));
        return (now.isBefore(end)
                        ? payload.waiting(Duration.between(now, end).toSeconds() + 1)
                        : payload.end(true, "every node has forgotten the rule"))
                .map();
    }

    /** A stack that cannot be deleted would be worse. */
    Map<String, Object> abort(String why) {
        return payload.end(true, why).map();
    }
}
