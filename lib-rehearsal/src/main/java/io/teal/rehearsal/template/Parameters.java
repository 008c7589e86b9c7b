package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values of a template's parameters: given, or their defaults. One without either is not known, nor is one of Systems
 * Manager, whose default is a name; so a template may take a VPC, which is not modelled.
 */
final class Parameters {
    private static final String STORED = "AWS::SSM::Parameter::Value<";

    private final JsonNode declared;
    private final Map<String, String> given;

    /** Parameters that are {@code declared}; checks each value that is {@code given}, and each default. */
    Parameters(JsonNode declared, Map<String, String> given, String template) {
        this.declared = declared;
        this.given = given;
        declared.properties().forEach(one -> check(one.getKey(), one.getValue(), template));
    }

    private void check(String name, JsonNode parameter, String template) {
        String text = text(name, parameter);
        if (text != null && !isStored(parameter)) {
            new ParameterRules(name, parameter, template).check(text);
        }
    }

    /** The names of those that may be given: the template's, with and without their stack, and pseudo parameters. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(Pseudo.names());
        declared.fieldNames().forEachRemaining(name -> {
            names.add(name);
            names.add(name.replaceFirst(".*_", ""));
        });
        return names;
    }

    boolean has(String name) {
        return declared.has(name) || Pseudo.isOne(name);
    }

    JsonNode value(String name) {
        if (!declared.has(name)) {
            return Pseudo.value(name, given);
        }
        JsonNode parameter = declared.path(name);
        String text = text(name, parameter);
        if (text == null) {
            return Unknowns.parameter(name);
        }
        if (isStored(parameter) && !given.containsKey(name)) {
            return Unknowns.stored(name, text);
        }
        if (Unknowns.isDynamic(text)) {
            return Unknowns.dynamic(text);
        }
        return ParameterRules.isList(parameter)
                ? IntrinsicFunctions.texts(ParameterRules.items(text))
                : TextNode.valueOf(text);
    }

    private String text(String name, JsonNode parameter) {
        return given.getOrDefault(name, parameter.path("Default").asText(null));
    }

    /** Whether its value is in Systems Manager. */
    static boolean isStored(JsonNode parameter) {
        return parameter.path("Type").asText().startsWith(STORED);
    }
}
