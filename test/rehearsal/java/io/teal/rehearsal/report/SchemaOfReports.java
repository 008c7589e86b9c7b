package io.teal.rehearsal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.util.List;

/** The schema of what {@code --json} writes. */
public final class SchemaOfReports {
    private static final InputStream FILE = JsonReport.class.getResourceAsStream("rehearsal.schema.json");
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(FILE);

    private SchemaOfReports() {}

    /** What is wrong with {@code report}. */
    public static List<String> problems(JsonNode report) {
        return SCHEMA.validate(report).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** The schema itself. */
    public static JsonNode json() {
        return SCHEMA.getSchemaNode();
    }
}
