package io.teal.rehearsal.aws.elb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** One listener's open port on one node. */
final class ListenerPort implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSocketChannel server;
    private final ExecutorService threads;
    private final ConnectionHandler services;
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
    private final Supplier<Routing> routing;

    ListenerPort(Supplier<Routing> routing, ConnectionHandler services, ExecutorService threads) throws IOException {
        this.routing = routing;
        this.services = services;
        this.threads = threads;
        this.server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        threads.execute(this::acceptAll);
    }

    int port() {
        return server.socket().getLocalPort();
    }

    private void acceptAll() {
        while (server.isOpen()) {
            try {
                SocketChannel accepted = server.accept();
                threads.execute(() -> serve(accepted));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SocketChannel accepted) {
        try (accepted) {
            clients.add(accepted);
            services.serve(accepted, routing);
        } catch (IOException clientLeft) {
            // clients may disconnect at any time
            return;
        } finally {
            clients.remove(accepted);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyClosed) {
            return;
        }
        clients.forEach(Flow::close);
    }
}
