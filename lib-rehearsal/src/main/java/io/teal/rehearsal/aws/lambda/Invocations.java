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

    /** Has the function handle {@code event} by {@code handler} now, and again if it fails. */
    public void deliver(String event, Runnable handler) {
        deliver(event, handler, 0);
    }

    private void deliver(String event, Runnable handler, int failures) {
        try {
            handler.run();
        } catch (RuntimeException failed) {
            boolean again = failures < RETRIES;
            log.accept("the function fails on " + event + (again ? "" : ", for the last time") + ": "
                    + failed.getMessage());
            if (again) {
                timers.after(FIRST_RETRY.multipliedBy(1L << failures))
                        .thenRun(() -> deliver(event, handler, failures + 1));
            }
        }
    }
}
