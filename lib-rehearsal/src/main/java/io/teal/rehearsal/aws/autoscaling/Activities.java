package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The scaling activities of a group that failed: launches that EC2 refused, and hosts that a hook abandoned. */
final class Activities {
    private final Timers timers;
    private final Deque<FailedLaunch> failed = new ConcurrentLinkedDeque<>();

    /**
     * A launch that failed.
     *
     * @param started when it began, in real time
     * @param message as Auto Scaling puts it
     */
    record FailedLaunch(Instant started, String message) {}

    Activities(Timers timers) {
        this.timers = timers;
    }

    /** A lifecycle hook ended with {@code ABANDON}: {@code host} is terminated, and another launched. */
    void abandoned(Host host) {
        failed.addFirst(new FailedLaunch(
                timers.instant(),
                "Instance " + host.id() + " failed to complete user's Lifecycle Action: it was abandoned with ABANDON"
                        + " Result"));
    }

    /** EC2 launched no host, because of {@code message}. */
    void refused(String message) {
        failed.addFirst(new FailedLaunch(timers.instant(), message));
    }

    /** Newest first. */
    List<FailedLaunch> newestFirst() {
        return List.copyOf(failed);
    }
}
