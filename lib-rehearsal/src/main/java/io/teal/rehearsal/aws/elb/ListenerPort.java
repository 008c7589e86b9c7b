package io.teal.rehearsal.aws.elb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** One listener's open port on one node, and the node's view of what the listener does. */
final class ListenerPort implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSocketChannel server;
    private final ExecutorService threads;
    private final ConnectionHandler services;
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
    private volatile Routing routing;

    ListenerPort(Routing routing, ConnectionHandler services, ExecutorService threads) throws IOException {
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

    Routing routing() {
        return routing;
    }

    void update(Routing changed) {
        routing = changed;
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
            services.serve(accepted, this::routing);
        } catch (IOException clientLeft) {
            // a client may leave whenever it likes
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
