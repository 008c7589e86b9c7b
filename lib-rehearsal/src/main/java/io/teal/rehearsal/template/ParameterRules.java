package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.BadInputException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What CloudFormation asks of the value of one parameter before it creates or updates a stack. */
final class ParameterRules {
    private final String name;
    private final JsonNode declared;
    private final String template;

    ParameterRules(String name, JsonNode declared, String template) {
        this.name = name;
        this.declared = declared;
        this.template = template;
    }

    static boolean isList(JsonNode parameter) {
        String type = parameter.path("Type").asText();
        return type.startsWith("List<") || type.equals("CommaDelimitedList");
    }

    static List<String> items(String text) {
        return Stream.of(text.split(",")).map(String::trim).toList();
    }

    /**
     * Checks {@code text}.
     *
     * @throws BadInputException if CloudFormation would not take it
     */
    void check(String text) {
        for (String value : isList(declared) ? items(text) : List.of(text)) {
            allowed(value);
            pattern(value);
            length(value);
            if (declared.path("Type").asText().matches("Number|List<Number>")) {
                number(value);
            }
        }
    }

    private void allowed(String value) {
        List<String> allowed = new ArrayList<>();
        declared.path("AllowedValues").forEach(each -> allowed.add(each.asText()));
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw refused("one of " + String.join(", ", allowed), value);
        }
    }

    private void pattern(String value) {
        String pattern = declared.path("AllowedPattern").asText("");
        try {
            if (!pattern.isEmpty() && !Pattern.matches(pattern, value)) {
                throw refused("as its AllowedPattern " + pattern, value);
            }
        } catch (PatternSyntaxException malformed) {
            throw new BadInputException(
                    "AllowedPattern " + pattern + " of parameter " + name + " in " + template
                            + " is no regular expression",
                    "correct it in the template");
        }
    }

    private void length(String value) {
        if (value.length() < declared.path("MinLength").asInt(0)
                || value.length() > declared.path("MaxLength").asInt(Integer.MAX_VALUE)) {
            throw refused("as long as its MinLength and MaxLength say", value);
        }
    }

    private void number(String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            if (declared.has("MinValue") && number.compareTo(bound("MinValue")) < 0
                    || declared.has("MaxValue") && number.compareTo(bound("MaxValue")) > 0) {
                throw refused("in the range of its MinValue and MaxValue, " + range(), value);
            }
        } catch (NumberFormatException malformed) {
            throw refused("a number", value);
        }
    }

    private String range() {
        return declared.path("MinValue").asText("") + ".."
                + declared.path("MaxValue").asText("");
    }

    private BigDecimal bound(String field) {
        return new BigDecimal(declared.path(field).asText());
    }

    private BadInputException refused(String must, String value) {
        return new BadInputException(
                "parameter " + name + " of " + template + " must be " + must + ", got '" + value + "'",
                "give another value: --parameter " + name + "=...");
    }
}
