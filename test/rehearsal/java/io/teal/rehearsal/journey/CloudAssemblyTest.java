package io.teal.rehearsal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudAssemblyTest {
    private static final String STACK = """
            "%1$s": {"type": "aws:cloudformation:stack", "displayName": "%1$s",
                     "properties": {"templateFile": "%1$s.json"}}
            """;

    @TempDir
    private Path folder;

    private void manifest(String at, String artifacts) throws IOException {
        Files.createDirectories(folder.resolve(at));
        Files.writeString(folder.resolve(at).resolve("manifest.json"), "{\"artifacts\": {" + artifacts + "}}");
    }

    @Test
    void theOnlyStackNeedsNoName() throws IOException {
        manifest("", STACK.formatted("Orders"));
        assertThat(CloudAssembly.read(folder).stack(Optional.empty()).getValue())
                .isEqualTo(folder.resolve("Orders.json"));
    }

    @Test
    void stacksOfStagesAreFoundByTheirPath() throws IOException {
        manifest(
                "",
                "\"assembly-prod\": {\"type\": \"cdk:cloud-assembly\", \"properties\": {\"directoryName\": \"prod\"}}");
        manifest("prod", STACK.formatted("prod/Orders") + "," + STACK.formatted("prod/Network"));
        assertThat(CloudAssembly.read(folder).stack(Optional.of("prod/Orders")).getKey())
                .isEqualTo("prod/Orders");
    }

    @Test
    void oneOfSeveralStacksHasToBeNamed() throws IOException {
        manifest("", STACK.formatted("A") + "," + STACK.formatted("B"));
        CloudAssembly assembly = CloudAssembly.read(folder);
        assertThatThrownBy(() -> assembly.stack(Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the app has several stacks: A, B");
        assertThatThrownBy(() -> assembly.stack(Optional.of("C"))).hasMessage("--stack must be one of A, B, got C");
    }
}
