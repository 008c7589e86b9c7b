package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Finds the file of a nested stack: the asset that the CDK names, or the end of its {@code TemplateURL} (of SAM's
 * {@code Location}) ({@code .../templates/network.yaml}) below the folder of the template that nests it, or a folder
 * above it.
 */
final class NestedFile {
    private static final int FOLDERS_ABOVE = 3;

    private NestedFile() {}

    static Optional<Path> of(JsonNode stack, Path folder) {
        String asset = stack.path("Metadata").path("aws:asset:path").asText("");
        if (!asset.isEmpty()) {
            return file(folder, asset);
        }
        JsonNode properties = stack.path("Properties");
        JsonNode written = properties.has("TemplateURL") ? properties.path("TemplateURL") : properties.path("Location");
        String url = text(written).replaceFirst("[?#].*", "");
        List<String> ends = ends(url);
        Path above = folder.toAbsolutePath().normalize();
        for (int i = 0; above != null && i <= FOLDERS_ABOVE; i++) {
            Path at = above;
            Optional<Path> found =
                    ends.stream().flatMap(end -> file(at, end).stream()).findFirst();
            if (found.isPresent()) {
                return found;
            }
            above = above.getParent();
        }
        return Optional.empty();
    }

    /** What is written of it; functions in it count as a part of the path that nothing is called. */
    private static String text(JsonNode url) {
        if (url.has("Fn::Sub")) {
            return text(url.path("Fn::Sub").isArray() ? url.path("Fn::Sub").path(0) : url.path("Fn::Sub"));
        }
        if (url.has("Fn::Join")) {
            List<String> parts = new ArrayList<>();
            url.path("Fn::Join").path(1).forEach(part -> parts.add(part.isTextual() ? part.asText() : "${}"));
            return String.join(url.path("Fn::Join").path(0).asText(), parts);
        }
        return url.asText();
    }

    /** The path's ends that are known, the longest first. */
    private static List<String> ends(String url) {
        List<String> words = Arrays.asList(
                url.replaceAll("\\$\\{[^}]*}", Matcher.quoteReplacement("${}/")).split("/+"));
        List<String> ends = new ArrayList<>();
        for (int from = words.size() - 1; from >= 0 && !words.get(from).matches(".*[$:].*|"); from--) {
            ends.add(0, String.join("/", words.subList(from, words.size())));
        }
        return ends;
    }

    private static Optional<Path> file(Path folder, String end) {
        try {
            return Optional.of(folder.resolve(end).normalize()).filter(Files::isRegularFile);
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
