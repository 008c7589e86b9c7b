package io.teal.rehearsal.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** One TCP connection on this machine, with buffers, time limits and no Nagle delay. */
public final class HttpConnection implements AutoCloseable {
    private final SocketChannel channel;
    private final HttpInput in;
    private final OutputStream out;

    /** Takes over an accepted connection. */
    public HttpConnection(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.in = new HttpInput(channel.socket().getInputStream());
        this.out = new BufferedOutputStream(channel.socket().getOutputStream());
    }

    /** Connects to a port of this machine. */
    public static HttpConnection open(int port, Duration timeout) throws IOException {
        return new HttpConnection(connect(port, timeout));
    }

    /** The same, without buffers. */
    public static SocketChannel connect(int port, Duration timeout) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            channel.socket().connect(address, (int) Math.max(1, timeout.toMillis()));
            return channel;
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    /** What the other side sends. */
    public HttpInput in() {
        return in;
    }

    /** What is sent to the other side, once flushed. */
    public OutputStream out() {
        return out;
    }

    /** Sets the read timeout. */
    public void timeout(Duration timeout) throws IOException {
        channel.socket().setSoTimeout((int) Math.max(1, timeout.toMillis()));
    }

    /** Whether the other side has neither closed this idle connection nor sent anything on it. */
    public boolean isQuiet() {
        return !in.hasMore() && refill() == 0;
    }

    /** Whether the other side has closed the connection; what it sent before can still be read. */
    public boolean isLeft() {
        return !in.hasMore() && refill() < 0;
    }

    private int refill() {
        try {
            channel.configureBlocking(false);
            int count = in.refill(channel);
            channel.configureBlocking(true);
            return count;
        } catch (IOException reset) {
            return -1;
        }
    }

    /** Closes the connection so that the other side sees a reset. */
    public void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        close();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // nothing is left to release
            return;
        }
    }
}
