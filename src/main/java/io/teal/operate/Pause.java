package io.teal.operate;

import java.time.Duration;

/** Waits; in tests, on a clock that jumps. */
public interface Pause {
    /** Waits for {@code time}. */
    void of(Duration time) throws InterruptedException;
}
