package io.teal.rehearsal.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The start line and headers of a request or a response.
 *
 * @param startLine the first line
 * @param headers the header lines, in order
 */
public record HttpHead(String startLine, List<Header> headers) {
    private static final int LONGEST_LINE = 32 * 1024;

    /**
     * One header line.
     *
     * @param name as written
     * @param value without surrounding blanks
     */
    public record Header(String name, String value) {}

    /** Copies the list. */
    public HttpHead {
        headers = List.copyOf(headers);
    }

    /** A head of these headers, given as name, value, name, value. */
    public static HttpHead of(String startLine, String... namesAndValues) {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new HttpHead(startLine, headers);
    }

    /** Reads one head; empty if the other side closed the connection before its first byte. */
    public static Optional<HttpHead> read(InputStream in) throws IOException {
        String start = line(in);
        if (start == null) {
            return Optional.empty();
        }
        List<Header> headers = new ArrayList<>();
        for (String line = line(in); line == null || !line.isEmpty(); line = line(in)) {
            int colon = line == null ? -1 : line.indexOf(':');
            if (colon < 1) {
                throw new EOFException("malformed or cut header");
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).trim()));
        }
        return Optional.of(new HttpHead(start, headers));
    }

    /** One line without its end; null if the stream is at its end. */
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                if (line.size() == 0) {
                    return null;
                }
                throw new EOFException("connection closed inside a line");
            }
            if (line.size() > LONGEST_LINE) {
                throw new IOException("line too long");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Writes the head and the empty line after it. */
    public void write(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder(startLine).append("\r\n");
        headers.forEach(
                h -> text.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        out.write(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The value of the first header of that name, whatever its case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** This head with one header set, any of that name before it gone. */
    public HttpHead with(String name, String value) {
        List<Header> changed = new ArrayList<>(without(name).headers);
        changed.add(new Header(name, value));
        return new HttpHead(startLine, changed);
    }

    /** This head without the headers of that name. */
    public HttpHead without(String name) {
        return new HttpHead(
                startLine,
                headers.stream().filter(h -> !h.name().equalsIgnoreCase(name)).toList());
    }

    /** The method of a request. */
    public String method() {
        return word(0);
    }

    /** The path and query of a request. */
    public String target() {
        return word(1);
    }

    /** The code of a response. */
    public int status() throws IOException {
        String status = word(1);
        if (!status.matches("\\d{3}")) {
            throw new IOException("not an HTTP response");
        }
        return Integer.parseInt(status);
    }

    /** Whether the sender keeps the connection open after this message. */
    public boolean keepAlive() {
        String connection = header("Connection").orElse("").toLowerCase(Locale.ROOT);
        boolean old = startLine.contains("HTTP/1.0");
        return old ? connection.contains("keep-alive") : !connection.contains("close");
    }

    private String word(int index) {
        String[] words = startLine.split(" ", 3);
        return index < words.length ? words[index] : "";
    }
}
