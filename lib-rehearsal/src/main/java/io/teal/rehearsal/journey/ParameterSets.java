package io.teal.rehearsal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The parameter values of each template of a run. */
public final class ParameterSets {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "[A-Za-z0-9:]+";

    private ParameterSets() {}

    /**
     * One set for each text.
     *
     * @param texts each {@code Name=value Other=value}, or the path of a JSON file as {@code aws cloudformation} takes
     *     it ({@code [{"ParameterKey": .., "ParameterValue": ..}]}) or CodePipeline ({@code {"Parameters": {..}}})
     * @throws BadInputException if a text is neither
     */
    public static List<Map<String, String>> of(List<String> texts) {
        return texts.stream().map(ParameterSets::parse).toList();
    }

    private static Map<String, String> parse(String text) {
        Map<String, String> values = new TreeMap<>();
        if (!text.trim().matches("(?s)" + NAME + "=.*")) {
            return file(text.trim());
        }
        for (String word : text.trim().split("\\s+(?=" + NAME + "=)")) {
            int equals = word.indexOf('=');
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return values;
    }

    private static Map<String, String> file(String path) {
        Map<String, String> values = new TreeMap<>();
        try {
            JsonNode root = JSON.readTree(Path.of(path).toFile());
            root.path("Parameters").properties().forEach(each -> put(values, each.getKey(), each.getValue()));
            for (JsonNode each : root) {
                if (each.has("ParameterKey")) {
                    put(values, each.path("ParameterKey").asText(), each.path("ParameterValue"));
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BadInputException(
                    "--parameters must be Name=value pairs, or a JSON file of them, got '" + path + "'",
                    "write --parameters 'Version=1' 'Version=2', one for each template");
        }
        if (values.isEmpty()) {
            throw new BadInputException(
                    path + " holds no parameters",
                    "write [{\"ParameterKey\": \"Version\", \"ParameterValue\": \"1\"}]");
        }
        return values;
    }

    private static void put(Map<String, String> values, String name, JsonNode value) {
        values.put(name, value.asText());
    }

    /**
     * Checks that each of {@code given} is a parameter of one of the templates that declare {@code declared}.
     *
     * @throws BadInputException if CloudFormation would refuse the name
     */
    public static void require(Collection<String> given, Collection<Set<String>> declared) {
        Set<String> names = new TreeSet<>();
        declared.forEach(names::addAll);
        given.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new BadInputException(
                    "there is no parameter " + name + " in the template",
                    names.stream()
                            .filter(known -> !known.contains(":"))
                            .collect(Collectors.joining(", ", "its parameters: ", "")));
        });
    }
}
