package io.teal.rehearsal.load;

import java.util.List;
import java.util.Locale;

/** Requests at a constant rate, from when it is started until it is stopped. */
public interface Load {
    /** Whether fewer than {@code wanted} requests are finished, and it goes on. */
    boolean lacks(long wanted);

    /** Whether it ended before it was stopped. */
    boolean died();

    /** The progress, in short. */
    String status();

    /** Stops sending, waits for pending requests, and returns all exchanges; those until it died, if it did. */
    List<Exchange> stop() throws InterruptedException;

    /** The progress, in short, of so many requests. */
    static String status(long sent, long lost) {
        return String.format(Locale.ROOT, "%,d requests, lost %,d", sent, lost);
    }
}
