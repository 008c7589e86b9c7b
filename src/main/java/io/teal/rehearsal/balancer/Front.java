package io.teal.rehearsal.balancer;

import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.model.ActionModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** One listener's open port on one node, and the node's view of what the listener does. */
final class Front implements AutoCloseable {
    private final ServerSocketChannel server;
    private final ExecutorService threads;
    private final Forwarder forwarder;
    private final Set<HttpConnection> clients = ConcurrentHashMap.newKeySet();
    private volatile Routing routing;

    Front(Routing routing, Forwarder forwarder, ExecutorService threads) throws IOException {
        this.routing = routing;
        this.forwarder = forwarder;
        this.threads = threads;
        this.server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
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

    private ActionModel action(HttpHead request) {
        return routing.action(request);
    }

    private void serveAll(HttpConnection client) throws IOException {
        try {
            client.timeout(Forwarder.IDLE_TIMEOUT);
            boolean again = true;
            while (again) {
                again = forwarder.serve(client, this::action);
            }
        } finally {
            clients.remove(client);
        }
    }

    private void serve(SocketChannel accepted) {
        try (HttpConnection client = new HttpConnection(accepted)) {
            clients.add(client);
            serveAll(client);
        } catch (IOException clientLeft) {
            // a client may leave whenever it likes
            return;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyClosed) {
            return;
        }
        clients.forEach(HttpConnection::close);
    }
}
