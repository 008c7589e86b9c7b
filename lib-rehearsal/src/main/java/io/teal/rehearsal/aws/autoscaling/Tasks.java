package io.teal.rehearsal.aws.autoscaling;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Runs blocking work in parallel on daemon threads. */
final class Tasks {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fleet");
        thread.setDaemon(true);
        return thread;
    });

    private Tasks() {}

    /** Interruptible work. */
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
