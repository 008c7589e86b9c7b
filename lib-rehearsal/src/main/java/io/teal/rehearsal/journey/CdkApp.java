package io.teal.rehearsal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The app that a {@code cdk.json} names.
 *
 * @param folder where the file lies, and where the app is run
 * @param command the app's command line
 * @param context the context the file gives it
 */
public record CdkApp(Path folder, String command, ObjectNode context) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Finds {@code cdk.json} in {@code folder} or the nearest folder above it. */
    public static CdkApp find(Path folder) {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("cdk.json"))) {
                return read(at);
            }
        }
        throw new BadInputException(
                "no cdk.json in " + folder.toAbsolutePath() + " or above it",
                "run in a CDK project, or give templates: --templates a.json b.json");
    }

    private static CdkApp read(Path folder) {
        try {
            JsonNode file = JSON.readTree(folder.resolve("cdk.json").toFile());
            String command = file.path("app").asText();
            if (command.isBlank()) {
                throw new BadInputException(
                        folder.resolve("cdk.json") + " names no app", "add \"app\", the command that runs it");
            }
            ObjectNode none = JSON.createObjectNode();
            return new CdkApp(folder, command, file.path("context") instanceof ObjectNode context ? context : none);
        } catch (IOException malformed) {
            throw new BadInputException(folder.resolve("cdk.json") + " is not JSON", "correct it");
        }
    }

    /** The context as the app reads it, with {@code flags} over what the file says. */
    String contextJson(Map<String, String> flags) {
        ObjectNode merged = context.deepCopy();
        flags.forEach(merged::put);
        return merged.toString();
    }
}
