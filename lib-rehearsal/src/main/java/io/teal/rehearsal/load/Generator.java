package io.teal.rehearsal.load;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The load generator's process, an open loop: sends requests at a constant rate whether or not earlier ones are
 * answered, and measures latency from when a request was due. Prints a line when it begins, and one for each.
 */
public final class Generator {
    private static final long NANOS = 1_000_000_000L;
    private static final long FLUSH_EVERY_NANOS = NANOS / 20;

    private final Sender sender;
    private final int rate;
    private final PrintStream ledger;
    private final ExecutorService threads;
    private volatile boolean stopped;

    private Generator(Sender sender, int rate, ExecutorService threads, PrintStream ledger) {
        this.threads = threads;
        this.sender = sender;
        this.rate = rate;
        this.ledger = ledger;
    }

    /**
     * Sends until standard input has a line or ends.
     *
     * @param arguments the ports, the paths, the rate in requests per second, and the duration in milliseconds that one
     *     request in two hundred asks for
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream ledger = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.US_ASCII);
        int[] ports = ports(arguments[0]);
        RequestPattern pattern = new RequestPattern(ports.length, arguments[1], Long.parseLong(arguments[3]));
        ExecutorService threads = Executors.newCachedThreadPool();
        WarmUp.send(pattern, ports.length, threads);
        ledger.println("begins");
        ledger.flush();
        Sender sender = new Sender(ports, pattern);
        Generator generator = new Generator(sender, Integer.parseInt(arguments[2]), threads, ledger);
        Thread pace = new Thread(generator::pace, "pace");
        pace.start();
        System.in.read();
        generator.stopped = true;
        pace.join();
        threads.shutdown();
        boolean finished = threads.awaitTermination(1, TimeUnit.MINUTES);
        ledger.flush();
        Runtime.getRuntime().halt(finished ? 0 : 1);
    }

    private static int[] ports(String joined) {
        return Stream.of(joined.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private void pace() {
        long start = System.nanoTime();
        long startMicros = System.currentTimeMillis() * 1000;
        long flushed = start;
        for (long number = 0; !stopped; number++) {
            long due = start + number * NANOS / rate;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            long request = number;
            threads.execute(() -> send(request, due, startMicros + (due - start) / 1000));
            if (due - flushed > FLUSH_EVERY_NANOS) {
                ledger.flush();
                flushed = due;
            }
        }
    }

    private void send(long number, long due, long dueMicros) {
        String id = "r" + number;
        long late = System.nanoTime() - due;
        Reply reply = sender.send(number, id);
        long latency = System.nanoTime() - due;
        ledger.println(reply.exchange(id, RequestPattern.method(number), dueMicros, late / 1000, latency / 1000)
                .line());
    }
}
