package io.teal.rehearsal.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads templates written in JSON. */
public final class TemplateReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> parameters;

    /** A reader that gives templates these parameter values; other parameters take their defaults. */
    public TemplateReader(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * Reads one file.
     *
     * @param file a template in JSON
     * @param name what messages call it
     * @throws BadInputException if the file is missing, is not JSON, or holds no resources
     */
    public Template read(Path file, String name) {
        try {
            return parse(Files.readString(file), name);
        } catch (IOException unreadable) {
            throw new BadInputException("cannot read template " + name, "give the path of a file that exists");
        }
    }

    /** Reads one template from its text; see {@link #read}. */
    public Template parse(String text, String name) {
        JsonNode root = json(text, name);
        if (!root.path("Resources").isObject() || root.path("Resources").isEmpty()) {
            throw new BadInputException(
                    "template " + name + " has no Resources", "give a CloudFormation template, as cdk synth writes it");
        }
        if (root.has("Transform")) {
            throw new BadInputException(
                    "template " + name + " uses Transform, which only AWS can expand", "give the expanded template");
        }
        Parameters values = new Parameters(root.path("Parameters"), parameters);
        Resolver resolver = new Resolver(root, values, name, KnownValues.NOTHING);
        return new Template(name, resources(root.path("Resources"), resolver), resolver);
    }

    private static JsonNode json(String text, String name) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new BadInputException(
                    "template " + name + " is not JSON",
                    "the rehearsal reads JSON only; convert YAML first, for example with cfn-flip");
        }
    }

    private static Map<String, Resource> resources(JsonNode written, Resolver resolver) {
        Set<String> ids = new TreeSet<>();
        written.properties().forEach(field -> {
            JsonNode condition = field.getValue().path("Condition");
            if (condition.isMissingNode() || resolver.conditions().holds(condition.asText())) {
                ids.add(field.getKey());
            }
        });
        Map<String, Resource> resources = new TreeMap<>();
        for (String id : ids) {
            JsonNode body = written.get(id);
            resources.put(id, new Resource(id, body.path("Type").asText(), body, References.of(body, ids)));
        }
        return resources;
    }
}
