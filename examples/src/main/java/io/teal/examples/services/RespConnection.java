package io.teal.examples.services;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection in RESP, the protocol of Valkey and Redis. It does what this example needs; a service of yours takes a
 * client library. For one thread at a time.
 */
final class RespConnection implements Closeable {
    private static final int TIMEOUT_MILLIS = 5000;
    private static final int PORT = 6379;

    private final Socket socket;
    private final InputStream in;

    private RespConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * To {@code store}: {@code redis://host:port}, or {@code rediss://} for TLS, which ElastiCache Serverless asks for.
     */
    static RespConnection open(URI store) throws IOException {
        Socket socket = store.getScheme().equals("rediss")
                ? SSLSocketFactory.getDefault().createSocket()
                : new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        int port = store.getPort() < 0 ? PORT : store.getPort();
        socket.connect(new InetSocketAddress(store.getHost(), port), TIMEOUT_MILLIS);
        return new RespConnection(socket);
    }

    /**
     * Sends commands, in one packet, and reads their answers.
     *
     * @return for each a {@code String}, a {@code Long}, or a {@code List} of them
     * @throws IOException if the connection or a command fails
     */
    List<Object> call(List<List<String>> commands) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        for (List<String> words : commands) {
            packet.writeBytes(line("*" + words.size()));
            for (String word : words) {
                byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
                packet.writeBytes(line("$" + bytes.length));
                packet.writeBytes(bytes);
                packet.writeBytes(line(""));
            }
        }
        packet.writeTo(socket.getOutputStream());
        return readList(commands.size());
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private Object read() throws IOException {
        String line = readLine();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> rest;
            case ':' -> Long.valueOf(rest);
            case '$' -> readText(Integer.parseInt(rest));
            case '*' -> readList(Integer.parseInt(rest));
            default -> throw new IOException("the store answered " + line);
        };
    }

    private String readText(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        readLine();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private List<Object> readList(int length) throws IOException {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            all.add(read());
        }
        return all;
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the store closed the connection");
            }
            line.append((char) next);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
