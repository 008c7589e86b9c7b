package io.teal.rehearsal.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a report as JSON: the same facts under the same names, as {@code rehearsal.schema.json} describes them. */
public final class JsonReport {
    /** The schema of what is written; one more whenever a reader of the last one could misread it. */
    public static final int SCHEMA = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    /** Writes {@code report} to {@code file}. */
    public static void write(Report report, Path file) {
        ObjectNode root = JSON.createObjectNode().put("schema", SCHEMA);
        root.setAll(JSON.<ObjectNode>valueToTree(report));
        if (report.run().modelled()) {
            root.putNull("effort");
        }
        root.set("findings", JSON.valueToTree(Findings.of(report)));
        try {
            JSON.writeValue(file.toFile(), root);
        } catch (IOException unwritable) {
            throw new BadInputException("cannot write --json " + file, "name a file in a folder that exists");
        }
    }
}
