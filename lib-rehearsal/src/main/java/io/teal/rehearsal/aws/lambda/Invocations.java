package io.teal.rehearsal.aws.lambda;

import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Lambda's asynchronous invocations: an event on which the function fails is delivered twice more, one and then two
 * minutes later, and lost after that (Lambda Developer Guide, "How Lambda handles errors and retries with asynchronous
 * invocation").
 */
public final class Invocations {
    private static final int RETRIES = 2;
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

    private final Timers timers;
    private final Consumer<String> log;

    /** {@code log} hears of each failure. */
    public Invocations(Timers timers, Consumer<String> log) {
        this.timers = timers;
        this.log = log;
    }

    /** Has the function handle an event by {@code handler} now; {@code lost} follows if it never could. */
    public void deliver(String event, Runnable handler, Runnable lost) {
        deliver(event, handler, lost, 0);
    }

    private void deliver(String event, Runnable handler, Runnable lost, int failures) {
        try {
            handler.run();
        } catch (RuntimeException failed) {
            boolean again = failures < RETRIES;
            log.accept("the function fails on " + event + (again ? "" : ", for the last time") + ": "
                    + failed.getMessage());
            if (again) {
                timers.after(FIRST_RETRY.multipliedBy(1L << failures))
                        .thenRun(() -> deliver(event, handler, lost, failures + 1));
            } else {
                lost.run();
            }
        }
    }
}
