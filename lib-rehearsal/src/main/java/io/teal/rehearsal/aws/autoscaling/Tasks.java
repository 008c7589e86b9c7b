package io.teal.rehearsal.aws.autoscaling;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Waiting work, side by side, on threads that never keep the command alive. */
final class Tasks {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fleet");
        thread.setDaemon(true);
        return thread;
    });

    private Tasks() {}

    /** Work that may be interrupted. */
    interface Work {
        void run() throws InterruptedException;
    }

    static CompletableFuture<?> run(Work work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException interrupted) {
                        throw new CompletionException(interrupted);
                    }
                },
                THREADS);
    }

    static void join(Stream<CompletableFuture<?>> tasks) {
        CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new)).join();
    }
}
