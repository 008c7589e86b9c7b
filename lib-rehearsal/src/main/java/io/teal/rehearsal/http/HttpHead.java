package io.teal.rehearsal.http;

import java.io.EOFException;
import java.io.IOException;
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
    private static final int KILO = 1024;
    private static final int STATUS_DIGITS = 3;

    /** An Application Load Balancer's limits for clients: 16K a line, 64K in all. */
    public static final Limits OF_REQUESTS = new Limits(16 * KILO, 64 * KILO);

    /** Its limit for targets: 32K in all. */
    public static final Limits OF_RESPONSES = new Limits(32 * KILO, 32 * KILO);

    /**
     * Size limits of a head, in bytes.
     *
     * @param line in one line
     * @param whole in all lines
     */
    public record Limits(int line, int whole) {}

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
        Header[] headers = new Header[namesAndValues.length / 2];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = new Header(namesAndValues[2 * i], namesAndValues[2 * i + 1]);
        }
        return new HttpHead(startLine, List.of(headers));
    }

    /** Reads the head of a response; empty if the other side closed the connection before its first byte. */
    public static Optional<HttpHead> read(HttpInput in) throws IOException {
        return read(in, OF_RESPONSES);
    }

    /**
     * Reads one head; empty if the other side closed the connection before its first byte.
     *
     * @throws BadHeadException if it is malformed, or longer than {@code limits}
     */
    public static Optional<HttpHead> read(HttpInput in, Limits limits) throws IOException {
        String start = in.line(limits.line());
        if (start == null) {
            return Optional.empty();
        }
        List<Header> headers = new ArrayList<>();
        int length = start.length();
        for (String line = header(in, limits); !line.isEmpty(); line = header(in, limits)) {
            length += line.length();
            if (length > limits.whole()) {
                throw new BadHeadException("the head is longer than " + limits.whole() + " bytes");
            }
            headers.add(parse(line));
        }
        return Optional.of(new HttpHead(start, headers));
    }

    private static String header(HttpInput in, Limits limits) throws IOException {
        String line = in.line(limits.line());
        if (line == null) {
            throw new EOFException("connection closed inside a head");
        }
        return line;
    }

    private static Header parse(String line) throws BadHeadException {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new BadHeadException("a header has no name");
        }
        return new Header(line.substring(0, colon), line.substring(colon + 1).trim());
    }

    /** Writes the head and the empty line after it. */
    public void write(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder(startLine).append("\r\n");
        headers.forEach(
                h -> text.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        out.write(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The value of the first header of that name, ignoring case. */
    public Optional<String> header(String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }

    /** This head with one header set; replaces others of that name. */
    public HttpHead with(String name, String value) {
        return without(name).plus(name, value);
    }

    /** This head with one header added; keeps others of that name. */
    public HttpHead plus(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpHead(startLine, more);
    }

    /** This head without the headers of those names. */
    public HttpHead without(String... names) {
        List<Header> rest = new ArrayList<>(headers);
        for (String name : names) {
            rest.removeIf(header -> header.name().equalsIgnoreCase(name));
        }
        return new HttpHead(startLine, rest);
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
    public int status() throws BadHeadException {
        String status = word(1);
        if (status.length() != STATUS_DIGITS) {
            throw new BadHeadException("not an HTTP response");
        }
        for (int i = 0; i < STATUS_DIGITS; i++) {
            if (!Character.isDigit(status.charAt(i))) {
                throw new BadHeadException("not an HTTP response");
            }
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
        int from = 0;
        for (int i = 0; i < index && from >= 0; i++) {
            from = startLine.indexOf(' ', from) + 1;
            from = from == 0 ? -1 : from;
        }
        int to = from < 0 ? -1 : startLine.indexOf(' ', from);
        return from < 0 ? "" : startLine.substring(from, to < 0 ? startLine.length() : to);
    }
}
