package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.BadInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the properties of one resource, and names the resource when one cannot be used. */
public final class Fields {
    private final Template template;
    private final Resource resource;
    private final JsonNode properties;

    /** The properties of {@code resource}, resolved. */
    public Fields(Template template, Resource resource) {
        this.template = template;
        this.resource = resource;
        this.properties = template.resolved(resource, "Properties");
    }

    /** The value of property {@code name}; missing if there is none. */
    public JsonNode at(String name) {
        return properties.path(name);
    }

    /** The update policy of the resource. */
    public JsonNode updatePolicy() {
        return template.resolved(resource, "UpdatePolicy");
    }

    /** Whether its creation policy waits for signals of its hosts. */
    public boolean waitsForSignals() {
        JsonNode signal = template.resolved(resource, "CreationPolicy").path("ResourceSignal");
        return !signal.isMissingNode() && signal.path("Count").asInt(1) > 0;
    }

    /** A text, or {@code otherwise} if the property is not there. */
    public String text(String name, String otherwise) {
        return properties.path(name).asText(otherwise);
    }

    /** A whole number, or {@code otherwise} if the property is not there. */
    public int number(String name, int otherwise) {
        return number(name, properties.path(name), otherwise);
    }

    /** The number {@code value} of property {@code name}, or {@code otherwise} if it is not there. */
    public int number(String name, JsonNode value, int otherwise) {
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.asText().matches("\\d{1,9}")) {
            String text = value.asText();
            String parameter = text.startsWith("parameter:") ? text.substring("parameter:".length()) : "";
            throw refused(
                    name + " must be a number, got '" + text + "'",
                    parameter.isEmpty()
                            ? "write a number in the template"
                            : "give it a value: --parameter " + parameter + "=...");
        }
        return Integer.parseInt(value.asText());
    }

    /** A number of seconds, or {@code otherwise} if the property is not there. */
    public Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    /** Logical ids that a list of references names. */
    public List<String> references(String name) {
        List<String> ids = new ArrayList<>();
        properties.path(name).forEach(item -> ids.add(Opaque.referred(item.asText())));
        return ids;
    }

    /** What to throw when the resource cannot be used: {@code why}, and what to do. */
    public BadInputException refused(String why, String hint) {
        return new BadInputException(
                resource.type() + " " + resource.id() + " in " + template.name() + ": " + why, hint);
    }
}
