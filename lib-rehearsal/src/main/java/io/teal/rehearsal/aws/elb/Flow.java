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
 * One client's connection and the one to its target, joined byte for byte: an end of one side is passed on as an end, a
 * reset as a reset. Safe for use by many threads.
 */
final class Flow {
    private static final int BUFFER = 16 * 1024;
    private static final int AT_ONCE = 0;

    private final SocketChannel client;
    private final SocketChannel target;
    private final long idleNanos;
    private final AtomicBoolean targetBroke = new AtomicBoolean();
    private volatile long active = System.nanoTime();

    /** Bytes that come after {@code idle} of silence, in real time, find the flow forgotten. */
    Flow(SocketChannel client, SocketChannel target, Duration idle) {
        this.client = client;
        this.target = target;
        this.idleNanos = idle.toNanos();
    }

    /** Returns when both sides have ended; says whether the target reset the flow. */
    boolean run(ExecutorService threads) {
        CompletableFuture<Void> requests = CompletableFuture.runAsync(() -> carry(client, target), threads);
        carry(target, client);
        requests.join();
        close();
        return targetBroke.get();
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

    /** Nobody is told when a flow is forgotten: who speaks next learns it by a reset. */
    private int read(SocketChannel from, ByteBuffer buffer) throws IOException {
        int count;
        try {
            count = from.read(buffer);
        } catch (IOException broken) {
            throw blamed(from, broken);
        }
        long now = System.nanoTime();
        if (now - active >= idleNanos) {
            throw new IOException("silent for too long");
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
            throw blamed(to, broken);
        }
    }

    private IOException blamed(SocketChannel side, IOException broken) {
        if (side == target && !(broken instanceof ClosedChannelException)) { // else it was closed here
            targetBroke.set(true);
        }
        return broken;
    }

    /** Ends both sides in good order. */
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
            side.setOption(StandardSocketOptions.SO_LINGER, AT_ONCE);
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
