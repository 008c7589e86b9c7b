package io.teal.operate.history;

import java.time.Duration;
import java.time.Instant;

/**
 * A release of the past.
 *
 * @param began when its first run began
 * @param took until its last run ended, as far as known
 * @param what what it changed, in one line
 * @param end how it ended: {@link #DONE}, {@link #REFUSED}, {@link #ROLLED_BACK}, {@link #NEEDS_HUMAN}, {@link #FAILED}
 *     if nothing went back yet, of a refresh also {@link #CANCELLED}, or {@link #STARTED} if that is not known
 * @param why why it did not succeed; empty text if it did
 */
public record PastRelease(Instant began, Duration took, String what, String end, String why) {
    static final String DONE = "DONE";
    static final String REFUSED = "REFUSED";
    static final String ROLLED_BACK = "ROLLED_BACK";
    static final String NEEDS_HUMAN = "NEEDS_HUMAN";
    static final String CANCELLED = "CANCELLED";
    static final String FAILED = "FAILED";
    static final String STARTED = "STARTED";

    /** The same of a service without colours, whose version is written down as blue's. */
    PastRelease withoutColors() {
        return new PastRelease(began, took, what.replaceFirst("^blue ", ""), end, why);
    }

    /** The same, that ended {@code how} at {@code ended}. */
    PastRelease ended(String how, String reason, Instant ended) {
        Duration longer = Duration.between(began, ended);
        return new PastRelease(began, longer.compareTo(took) > 0 ? longer : took, what, how, reason);
    }
}
