package io.teal.rehearsal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/** What the other side of a connection sends, buffered, by bytes or by lines. For one thread at a time. */
public final class HttpInput extends InputStream {
    private static final int BUFFER = 8 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;

    /** Buffers {@code in}. */
    public HttpInput(InputStream in) {
        this.in = in;
    }

    /** Whether unread bytes are buffered; never blocks. */
    public boolean hasMore() {
        return next < end;
    }

    /** Refills the empty buffer without blocking; returns the number of bytes, or -1 at the end. */
    int refill(ReadableByteChannel nonBlocking) throws IOException {
        next = 0;
        end = 0;
        int count = nonBlocking.read(ByteBuffer.wrap(buffer));
        end = Math.max(0, count);
        return count;
    }

    @Override
    public int read() throws IOException {
        return hasMore() || fill() ? buffer[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (!hasMore() && (length == 0 || !fill())) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, end - next);
        System.arraycopy(buffer, next, into, offset, count);
        next += count;
        return count;
    }

    /**
     * One line without its line end; null at the end of input.
     *
     * @param longest its limit in bytes
     * @throws BadHeadException if it is longer
     */
    String line(int longest) throws IOException {
        StringBuilder cut = new StringBuilder();
        while (hasMore() || fill()) {
            int lineEnd = lineEnd();
            cut.append(text(lineEnd));
            if (cut.length() > longest) {
                throw new BadHeadException("a line is longer than " + longest + " bytes");
            }
            next = Math.min(lineEnd + 1, end);
            if (lineEnd < end) {
                return withoutReturn(cut);
            }
        }
        if (!cut.isEmpty()) {
            throw new EOFException("connection closed inside a line");
        }
        return null;
    }

    private String text(int until) {
        return new String(buffer, next, until - next, StandardCharsets.ISO_8859_1);
    }

    private int lineEnd() {
        int at = next;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private static String withoutReturn(StringBuilder line) {
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer, 0, BUFFER));
        return end > 0;
    }
}
