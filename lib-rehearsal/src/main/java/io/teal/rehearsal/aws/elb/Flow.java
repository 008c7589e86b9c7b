package io.teal.rehearsal.aws.elb;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A TCP flow: copies bytes between a client's connection and its target's. A FIN is passed on as a FIN, a reset as a
 * reset. Thread-safe.
 */
final class Flow {
    private static final int BUFFER = 16 * 1024;
    private static final int NO_LINGER = 0;

    private final SocketChannel client;
    private final SocketChannel target;
    private final long idleNanos;
    private final AtomicBoolean targetReset = new AtomicBoolean();
    private volatile long active = System.nanoTime();

    /** Bytes that arrive after {@code idle} without any, in real time, reset the flow. */
    Flow(SocketChannel client, SocketChannel target, Duration idle) {
        this.client = client;
        this.target = target;
        this.idleNanos = idle.toNanos();
    }

    /** Runs until both sides have closed; returns whether the target reset the flow. */
    boolean run(ExecutorService threads) {
        CompletableFuture<Void> requests = CompletableFuture.runAsync(() -> carry(client, target), threads);
        carry(target, client);
        requests.join();
        close();
        return targetReset.get();
    }

    private void carry(SocketChannel from, SocketChannel to) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            while (read(from, buffer) >= 0) {
                write(to, buffer.flip());
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException ended) {
            reset();
        }
    }

    /** An idle timeout is silent, as in AWS: the next bytes get a reset. */
    private int read(SocketChannel from, ByteBuffer buffer) throws IOException {
        int count;
        try {
            count = from.read(buffer);
        } catch (IOException broken) {
            throw noteReset(from, broken);
        }
        long now = System.nanoTime();
        if (now - active >= idleNanos) {
            throw new IOException("idle timeout");
        }
        active = now;
        return count;
    }

    private void write(SocketChannel to, ByteBuffer buffer) throws IOException {
        try {
            while (buffer.hasRemaining()) {
                to.write(buffer);
            }
        } catch (IOException broken) {
            throw noteReset(to, broken);
        }
    }

    private IOException noteReset(SocketChannel side, IOException broken) {
        if (side == target && !(broken instanceof ClosedChannelException)) { // else this side closed it
            targetReset.set(true);
        }
        return broken;
    }

    /** Closes both sides with a FIN. */
    void close() {
        close(client);
        close(target);
    }

    /** Resets both sides. */
    void reset() {
        reset(client);
        reset(target);
    }

    static void reset(SocketChannel side) {
        try {
            side.setOption(StandardSocketOptions.SO_LINGER, NO_LINGER);
        } catch (IOException alreadyGone) {
            return;
        }
        close(side);
    }

    static void close(SocketChannel side) {
        try {
            side.close();
        } catch (IOException alreadyGone) {
            // nothing is left to release
            return;
        }
    }
}
