package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.runtime.function.NeedsInstalled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of properties against CloudFormation's schemas: a property that it does not know fails here. */
@NeedsInstalled(".venv/bin/python")
class SchemaTest {
    private static final Path PYTHON = Path.of(".venv", "bin", "python");

    /** Attributes that the schemas do not have. */
    private static final Set<String> OF_TEMPLATES = Set.of("CreationPolicy", "DeletionPolicy", "UpdateReplacePolicy");

    private static List<String> schemas;

    @BeforeAll
    static void schemasOfCfnLint() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "test/rehearsal/python/property_paths.py"));
        command.addAll(new TreeSet<>(PropertyTable.types()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("bin/test installs cfn-lint; %s", text).isZero();
        schemas = text.lines().toList();
    }

    @Test
    void everyPropertyOfEveryTypeThatIsPlayedHasARow() {
        assertThat(schemas)
                .hasSizeGreaterThan(500)
                .allMatch(line -> PropertyTable.row(type(line), path(line)).isPresent());
    }

    @Test
    void noRowIsOfAPropertyThatDoesNotExist() {
        for (String type : PropertyTable.types()) {
            Set<String> paths = schemas.stream()
                    .filter(line -> type(line).equals(type))
                    .map(SchemaTest::path)
                    .collect(Collectors.toSet());
            assertThat(PropertyTable.rows(type))
                    .extracting(PropertyTable.Row::path)
                    .filteredOn(row -> !OF_TEMPLATES.contains(row.split("\\.")[0]))
                    .as(type)
                    .allMatch(row -> paths.stream().anyMatch(path -> (path + ".").startsWith(row + ".")));
        }
    }

    @Test
    void whateverIsNotReadHasAReason() {
        for (String type : PropertyTable.types()) {
            assertThat(PropertyTable.rows(type))
                    .allMatch(row -> row.use() == PropertyTable.Use.READ
                            ? row.reason().isEmpty() && row.unless().isEmpty()
                            : !row.reason().isEmpty());
        }
    }

    private static String type(String line) {
        return line.split(" ")[0];
    }

    private static String path(String line) {
        return line.split(" ")[1];
    }
}
