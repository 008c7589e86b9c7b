package io.teal.rehearsal.aws.elb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** One listener's open port on one node. */
final class ListenerPort implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSocketChannel server;
    private final ExecutorService threads;
    private final ClientHandler handler;
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();

    /** Serves one connection until either side closes. */
    interface ClientHandler {
        void serve(SocketChannel client) throws IOException;
    }

    ListenerPort(ClientHandler handler, ExecutorService threads) throws IOException {
        this.handler = handler;
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
            handler.serve(accepted);
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
