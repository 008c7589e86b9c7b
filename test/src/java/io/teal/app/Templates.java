package io.teal.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Templates in a synthesized folder. */
@SuppressWarnings("unchecked")
final class Templates {
    private Templates() {}

    /** By file name, those of nested assemblies too. */
    static Map<String, Map<String, Object>> in(Path assembly) {
        Map<String, Map<String, Object>> templates = new TreeMap<>();
        try (Stream<Path> files = Files.walk(assembly)) {
            for (Path file : files.filter(Templates::isTemplate).toList()) {
                templates.put(file.getFileName().toString(), new ObjectMapper().readValue(file.toFile(), Map.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return templates;
    }

    private static boolean isTemplate(Path file) {
        return file.getFileName().toString().endsWith(".template.json");
    }
}
