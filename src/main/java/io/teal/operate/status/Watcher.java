package io.teal.operate.status;

import io.teal.operate.Pause;
import io.teal.release.port.AwsException;
import java.time.Duration;
import java.util.function.Consumer;

/** Reads a status every five seconds and shows each change, until nothing is in progress. */
public final class Watcher {
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final StatusReader reader;
    private final Pause pause;
    private final Consumer<Status> show;
    private final Consumer<String> warn;

    /** Passes each status to {@code show}, and each failure to read to {@code warn}. */
    public Watcher(StatusReader reader, Pause pause, Consumer<Status> show, Consumer<String> warn) {
        this.reader = reader;
        this.pause = pause;
        this.show = show;
        this.warn = warn;
    }

    /**
     * Watches {@code stack}; returns the last status. After a failure it reads again.
     *
     * @throws AwsException if the first reading fails
     */
    public Status watch(String stack) throws InterruptedException {
        Status last = reader.read(stack);
        show.accept(last);
        while (!last.atRest()) {
            pause.of(BETWEEN);
            last = again(stack, last);
        }
        return last;
    }

    private Status again(String stack, Status last) {
        try {
            Status now = reader.read(stack);
            if (!now.sameAs(last)) {
                show.accept(now);
            }
            return now;
        } catch (AwsException unreadable) {
            warn.accept("cannot be read now: " + unreadable.getMessage());
            return last;
        }
    }
}
