package io.teal.rehearsal.demo;

import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Writes one line for each request served, before it is answered, so that a killed host loses none. */
final class Ledger {
    private final OutputStream out;

    Ledger(Optional<Path> file) throws IOException {
        this.out = file.isPresent() ? new FileOutputStream(file.get().toFile(), true) : OutputStream.nullOutputStream();
    }

    void write(HttpHead request) throws IOException {
        Optional<String> id = request.header(RehearsalHeaders.REQUEST);
        if (id.isPresent()) {
            byte[] line = (request.method() + " " + id.get() + "\n").getBytes(StandardCharsets.US_ASCII);
            synchronized (out) {
                out.write(line);
            }
        }
    }
}
