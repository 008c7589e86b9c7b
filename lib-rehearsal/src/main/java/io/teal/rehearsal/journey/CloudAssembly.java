package io.teal.rehearsal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The stacks of a cloud assembly, those of its stages included.
 *
 * @param templates template files, by the name the CDK CLI shows for the stack
 */
public record CloudAssembly(Map<String, Path> templates) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads {@code manifest.json} in {@code folder}. */
    public static CloudAssembly read(Path folder) {
        Map<String, Path> templates = new TreeMap<>();
        collect(folder, templates);
        return new CloudAssembly(templates);
    }

    /** The template of the stack that {@code name} names, or of the only stack. */
    public Map.Entry<String, Path> stack(Optional<String> name) {
        String allowed = String.join(", ", templates.keySet());
        if (templates.isEmpty()) {
            throw new BadInputException("the app has no stack", "add one");
        }
        if (name.isEmpty() && templates.size() > 1) {
            throw new BadInputException(
                    "the app has several stacks: " + allowed,
                    "choose one: --stack NAME; --stack once for each plays several together");
        }
        return templates.entrySet().stream()
                .filter(stack -> name.isEmpty() || matches(stack.getKey(), name.get()))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "--stack must be one of " + allowed + ", got " + name.get(), "write the name as listed"));
    }

    /** The templates of the stacks that {@code names} names, by the names of the stacks; of the only one without. */
    public Map<String, Path> stacks(List<String> names) {
        Map<String, Path> found = new LinkedHashMap<>();
        List<Optional<String>> wanted = names.isEmpty()
                ? List.of(Optional.empty())
                : names.stream().map(Optional::of).toList();
        for (Optional<String> name : wanted) {
            Map.Entry<String, Path> stack = stack(name);
            found.put(stack.getKey().replaceFirst(".* \\((.*)\\)$", "$1"), stack.getValue());
        }
        return found;
    }

    private static boolean matches(String shown, String asked) {
        return shown.equals(asked) || shown.startsWith(asked + " (") || shown.endsWith("(" + asked + ")");
    }

    private static void collect(Path folder, Map<String, Path> templates) {
        JsonNode manifest;
        try {
            manifest = JSON.readTree(folder.resolve("manifest.json").toFile());
        } catch (IOException missing) {
            throw new BadInputException(
                    "the app wrote no cloud assembly", "a CDK app ends with app.synth() and writes to CDK_OUTDIR");
        }
        manifest.path("artifacts").properties().forEach(artifact -> {
            JsonNode properties = artifact.getValue().path("properties");
            switch (artifact.getValue().path("type").asText()) {
                case "aws:cloudformation:stack" ->
                    templates.put(
                            artifact.getValue().path("displayName").asText(artifact.getKey()),
                            folder.resolve(properties.path("templateFile").asText()));
                case "cdk:cloud-assembly" ->
                    collect(folder.resolve(properties.path("directoryName").asText()), templates);
                default -> {
                    // assets, trees and metadata
                }
            }
        });
    }
}
