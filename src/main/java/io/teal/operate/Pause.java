package io.teal.operate;

import java.time.Duration;

/** Waits; tests advance a fake clock instead. */
public interface Pause {
    /** Waits for {@code time}. */
    void of(Duration time) throws InterruptedException;
}
