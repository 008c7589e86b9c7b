package io.teal.rehearsal.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** What the other side of a connection sends, buffered, by bytes or by lines. For one thread at a time. */
public final class HttpInput extends BufferedInputStream {
    /** Buffers {@code in}. */
    public HttpInput(InputStream in) {
        super(in);
    }

    /** Whether unread bytes are buffered; never blocks. */
    public boolean hasMore() {
        return pos < count;
    }

    /** Refills the empty buffer without blocking; returns the number of bytes, or -1 at the end. */
    int refill(ReadableByteChannel nonBlocking) throws IOException {
        int read = nonBlocking.read(ByteBuffer.wrap(buf));
        pos = 0;
        count = Math.max(0, read);
        return read;
    }

    /**
     * One line without its line end; null at the end of input.
     *
     * @param longest its limit in bytes
     * @throws BadHeadException if it is longer
     */
    String line(int longest) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = read(); next >= 0; next = read()) {
            if (next == '\n') {
                return withoutReturn(line);
            }
            line.append((char) next);
            if (line.length() > longest) {
                throw new BadHeadException("a line is longer than " + longest + " bytes");
            }
        }
        if (!line.isEmpty()) {
            throw new EOFException("connection closed inside a line");
        }
        return null;
    }

    private static String withoutReturn(StringBuilder line) {
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }
}
