package io.teal.operate.account;

import io.teal.release.port.Reads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Sends reads at once, eight at a time. They do not wait for one another, so none may ask for the answer of a further
 * one.
 */
public final class ParallelReads implements Reads {
    private static final int AT_A_TIME = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, work -> {
        Thread thread = new Thread(work, "read");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public <T> Supplier<T> begin(Supplier<T> read) {
        CompletableFuture<T> begun = CompletableFuture.supplyAsync(read, threads);
        return () -> answer(begun);
    }

    private static <T> T answer(CompletableFuture<T> begun) {
        try {
            return begun.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException own ? own : failed;
        }
    }
}
