package io.teal.rehearsal.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a report as JSON: the same facts under the same names. */
public final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    /** Writes {@code report} to {@code file}. */
    public static void write(Report report, Path file) {
        try {
            JSON.writeValue(file.toFile(), report);
        } catch (IOException unwritable) {
            throw new BadInputException("cannot write --json " + file, "name a file in a folder that exists");
        }
    }
}
