package io.teal.release.cutover;

import io.teal.release.Required;
import java.util.Optional;

/**
 * Who is told of a release.
 *
 * @param bus name or ARN of the EventBridge bus that gets its events
 * @param topic ARN of the SNS topic that gets its mails
 */
public record NoticeTargets(Optional<String> bus, Optional<String> topic) {
    /** Nobody is told. */
    public static final NoticeTargets NOBODY = new NoticeTargets(Optional.empty(), Optional.empty());

    public NoticeTargets {
        Required.all(bus, topic);
    }

    /** Whether nobody is told. */
    public boolean isEmpty() {
        return bus.isEmpty() && topic.isEmpty();
    }
}
