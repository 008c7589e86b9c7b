package io.teal.rehearsal.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** The text of a template, in JSON or YAML. */
final class TemplateSyntax {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String CORRECT_IT = "correct it; cfn-lint shows more";

    private TemplateSyntax() {}

    /**
     * Reads {@code text}.
     *
     * @param name what messages call the template
     * @param remarks receives what there is to say of it
     * @throws BadInputException if it is neither; the message has the line
     */
    static JsonNode read(String text, String name, List<Remark> remarks) {
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return plain.stripLeading().startsWith("{") ? json(plain, name, remarks) : yaml(plain, name, remarks);
    }

    private static JsonNode json(String text, String name, List<Remark> remarks) {
        try {
            JsonNode read = JSON.readTree(text);
            warn(JsonKeys.twice(text), name, remarks);
            return read;
        } catch (JsonProcessingException malformed) {
            int line = Optional.ofNullable(malformed.getLocation())
                    .map(at -> at.getLineNr())
                    .orElse(1);
            throw new BadInputException(
                    "template " + name + " is not JSON: line " + line + ": "
                            + firstLine(malformed.getOriginalMessage()),
                    CORRECT_IT);
        }
    }

    private static JsonNode yaml(String text, String name, List<Remark> remarks) {
        try {
            List<String> twice = new ArrayList<>();
            JsonNode read = YamlTree.read(text, twice);
            warn(twice, name, remarks);
            return read;
        } catch (MarkedYAMLException malformed) {
            int line = Optional.ofNullable(malformed.getProblemMark())
                    .map(at -> at.getLine() + 1)
                    .orElse(1);
            throw new BadInputException(
                    "template " + name + " is not YAML: line " + line + ": " + firstLine(malformed.getProblem()),
                    CORRECT_IT);
        } catch (YAMLException malformed) {
            throw new BadInputException(
                    "template " + name + " is not YAML: " + firstLine(malformed.getMessage()), CORRECT_IT);
        }
    }

    private static void warn(List<String> twice, String name, List<Remark> remarks) {
        twice.forEach(key -> remarks.add(
                Remark.danger("template " + name + " has a key twice, of which the last counts here: " + key)));
    }

    private static String firstLine(String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}
