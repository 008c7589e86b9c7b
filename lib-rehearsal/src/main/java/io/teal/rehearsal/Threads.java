package io.teal.rehearsal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Daemon threads, which do not keep the process running. */
public final class Threads {
    private Threads() {}

    /** As many threads called {@code name} as there is work. */
    public static ExecutorService named(String name) {
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
