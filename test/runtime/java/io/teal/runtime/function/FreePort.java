package io.teal.runtime.function;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** For servers that have to be told where to listen. */
public final class FreePort {
    private FreePort() {}

    /** A port of 127.0.0.1 that nothing listens on. */
    public static int any() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
