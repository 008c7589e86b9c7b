package io.teal.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {
    @TempDir
    private Path folder;

    private ObjectNode written(Report report) throws IOException {
        Path file = folder.resolve("rehearsal.json");
        JsonReport.write(report, file);
        return (ObjectNode) new ObjectMapper().readTree(file.toFile());
    }

    static Stream<Report> reports() {
        return Stream.of(Reports.clean(), Reports.lossy(), Reports.invalid("late"), Reports.named(Reports.HOSTILE));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatIsWrittenIsWhatTheSchemaSays(Report report) throws IOException {
        assertThat(SchemaOfReports.problems(written(report))).isEmpty();
    }

    @Test
    void theFirstPropertyIsTheSchemasNumber() throws IOException {
        ObjectNode report = written(Reports.clean());
        assertThat(report.fieldNames().next()).isEqualTo("schema");
        assertThat(report.get("schema").asInt()).isEqualTo(JsonReport.SCHEMA);
        assertThat(SchemaOfReports.json().at("/properties/schema/const").asInt())
                .isEqualTo(JsonReport.SCHEMA);
    }

    @Test
    void aReportOfAnotherSchemaOrWithMoreOrLessInItIsRefused() throws IOException {
        assertThat(SchemaOfReports.problems(written(Reports.clean()).put("schema", 2)))
                .hasSize(1);
        assertThat(SchemaOfReports.problems(written(Reports.clean()).put("more", 1)))
                .hasSize(1);
        ObjectNode less = written(Reports.clean());
        ((ObjectNode) less.at("/course/perSecond/0")).remove("requests");
        assertThat(SchemaOfReports.problems(less)).hasSize(1);
    }

    @Test
    void everyObjectOfTheSchemaNamesAndDescribesAllItsProperties() {
        for (JsonNode object : SchemaOfReports.json().findParents("properties")) {
            JsonNode properties = object.get("properties");
            assertThat(object.get("required")).hasSameSizeAs(properties);
            assertThat(object.get("additionalProperties").asBoolean(true)).isFalse();
            assertThat(properties).allMatch(property -> property.hasNonNull("description"));
        }
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> JsonReport.write(Reports.clean(), folder.resolve("no/a.json")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot write --json");
    }
}
