package io.teal.runtime.function;

import io.teal.runtime.UtcClock;
import java.time.Instant;

/** The function's clock: it goes on by what the machine is told to wait, and can be what the function dies of. */
public final class FunctionClock extends UtcClock {
    private Instant now = Instant.now();
    private boolean broken;

    /** So much time passes. */
    public void passes(long seconds) {
        now = now.plusSeconds(seconds);
    }

    void broken(boolean isBroken) {
        broken = isBroken;
    }

    @Override
    public Instant instant() {
        if (broken) {
            throw new IllegalStateException("the function dies");
        }
        return now;
    }
}
