package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A target that misbehaves on request. Probes for {@code /health} are counted apart, and so are the connections of
 * other requests.
 */
final class FakeTarget implements AutoCloseable {
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger probes = new AtomicInteger();
    final Semaphore closed = new Semaphore(0);
    volatile boolean healthy = true;
    volatile boolean breaks;
    volatile boolean closesIdle;
    volatile String cookie = "";
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final Thread acceptor;

    FakeTarget() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        acceptor = start(this::accept);
    }

    int port() {
        return server.socket().getLocalPort();
    }

    void hold() {
        gate = new CountDownLatch(1);
    }

    void letGo() {
        gate.countDown();
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel accepted = server.accept();
                start(() -> serve(accepted));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void serve(SocketChannel accepted) {
        try {
            closed.release(serveAll(accepted) ? 1 : 0);
        } catch (IOException | InterruptedException gone) {
            return;
        }
    }

    /** Serves until the connection is closed; says whether it took requests, and not probes. */
    private boolean serveAll(SocketChannel accepted) throws IOException, InterruptedException {
        try (HttpConnection client = new HttpConnection(accepted)) {
            Optional<HttpHead> head = HttpHead.read(client.in());
            connections.addAndGet(head.filter(first -> !isProbe(first)).isPresent() ? 1 : 0);
            while (head.isPresent() && answer(head.get(), client)) {
                head = HttpHead.read(client.in());
            }
            return head.filter(last -> !isProbe(last)).isPresent();
        }
    }

    private boolean answer(HttpHead head, HttpConnection client) throws IOException, InterruptedException {
        boolean probe = isProbe(head);
        (probe ? probes : requests).incrementAndGet();
        if (!probe) {
            gate.await();
        }
        if (breaks && !probe) {
            return false;
        }
        if (head.header("Upgrade").isPresent()) {
            return echo(client);
        }
        String line = probe && !healthy ? "HTTP/1.1 500 Sick" : "HTTP/1.1 200 OK";
        HttpHead answer = HttpHead.of(line, "Content-Length", "0");
        (cookie.isEmpty() ? answer : answer.with("Set-Cookie", cookie)).write(client.out());
        client.out().flush();
        return !probe && !closesIdle;
    }

    /** Speaks another protocol: gives every byte back. */
    private static boolean echo(HttpConnection client) throws IOException {
        HttpHead.of("HTTP/1.1 101 Switching Protocols", "Upgrade", "echo", "Connection", "Upgrade")
                .write(client.out());
        client.out().flush();
        for (int heard = client.in().read(); heard >= 0; heard = client.in().read()) {
            client.out().write(heard);
            client.out().flush();
        }
        return false;
    }

    private static boolean isProbe(HttpHead head) {
        return head.target().equals("/health");
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "target");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Until its thread has left {@code accept}, the operating system goes on accepting for it. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            acceptor.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
