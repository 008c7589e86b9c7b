package io.teal.operate.status;

import io.teal.operate.Pause;
import io.teal.release.port.AwsException;
import java.time.Duration;
import java.util.function.Consumer;

/** Reads a status again and again, and shows each that differs from the one before, until nothing goes on any more. */
public final class Watcher {
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final StatusReader reader;
    private final Pause pause;
    private final Consumer<Status> show;
    private final Consumer<String> complain;

    /** Shows what {@code reader} reads to {@code show}, and what could not be read to {@code complain}. */
    public Watcher(StatusReader reader, Pause pause, Consumer<Status> show, Consumer<String> complain) {
        this.reader = reader;
        this.pause = pause;
        this.show = show;
        this.complain = complain;
    }

    /**
     * Watches {@code stack}; returns the last status. A reading that fails is said, and tried again.
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
            if (!now.says(last)) {
                show.accept(now);
            }
            return now;
        } catch (AwsException unreadable) {
            complain.accept("cannot be read now: " + unreadable.getMessage());
            return last;
        }
    }
}
