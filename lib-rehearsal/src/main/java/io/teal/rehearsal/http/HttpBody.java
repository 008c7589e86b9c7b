package io.teal.rehearsal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Forwards bodies, byte for byte, and finds their ends. */
public final class HttpBody {
    private static final int BUFFER = 8 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;

    private HttpBody() {}

    /** Copies the body that follows request {@code head}. */
    public static void copyRequest(HttpHead head, HttpInput in, OutputStream out) throws IOException {
        if (chunked(head)) {
            copyChunks(in, out);
        } else {
            copy(length(head, 0), in, out);
        }
    }

    /**
     * Copies the body that follows response {@code head}, the answer to a request with {@code method}.
     *
     * @return whether the body's end was marked, rather than by closing the connection
     */
    public static boolean copyResponse(String method, HttpHead head, HttpInput in, OutputStream out)
            throws IOException {
        int status = head.status();
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return true;
        }
        if (chunked(head)) {
            copyChunks(in, out);
            return true;
        }
        long length = length(head, -1);
        if (length >= 0) {
            copy(length, in, out);
            return true;
        }
        copyAll(in, out);
        return false;
    }

    private static boolean chunked(HttpHead head) {
        return head.header("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent();
    }

    private static long length(HttpHead head, long otherwise) throws IOException {
        String text = head.header("Content-Length").orElse(Long.toString(otherwise));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw new IOException("malformed Content-Length", malformed);
        }
    }

    private static void copyChunks(HttpInput in, OutputStream out) throws IOException {
        long size;
        do {
            flushIfEmpty(in, out);
            String line = required(in.line(LONGEST_LINE));
            size = chunkSize(line);
            writeLine(line, out);
            copy(size, in, out);
            if (size > 0) {
                writeLine(required(in.line(LONGEST_LINE)), out);
            }
        } while (size > 0);
        String trailer;
        do {
            trailer = required(in.line(LONGEST_LINE));
            writeLine(trailer, out);
        } while (!trailer.isEmpty());
    }

    private static long chunkSize(String line) throws IOException {
        try {
            return Long.parseLong(line.split(";")[0].trim(), 16);
        } catch (NumberFormatException malformed) {
            throw new IOException("malformed chunk", malformed);
        }
    }

    private static void copy(long length, HttpInput in, OutputStream out) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(length, 0))];
        for (long left = length; left > 0; ) {
            flushIfEmpty(in, out);
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("connection closed inside a body");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static void copyAll(HttpInput in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer, 0, BUFFER); read >= 0; read = in.read(buffer, 0, BUFFER)) {
            out.write(buffer, 0, read);
            flushIfEmpty(in, out);
        }
    }

    /** Flushes before a read that may block, so that event streams are not delayed. */
    private static void flushIfEmpty(HttpInput in, OutputStream out) throws IOException {
        if (!in.hasMore()) {
            out.flush();
        }
    }

    private static String required(String line) throws IOException {
        if (line == null) {
            throw new EOFException("connection closed inside a body");
        }
        return line;
    }

    private static void writeLine(String line, OutputStream out) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
