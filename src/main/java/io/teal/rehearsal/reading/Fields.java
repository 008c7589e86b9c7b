package io.teal.rehearsal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the properties of one resource, and names the resource when one cannot be used. */
final class Fields {
    private final Template template;
    private final Resource resource;
    private final JsonNode properties;

    Fields(Template template, Resource resource) {
        this.template = template;
        this.resource = resource;
        this.properties = template.resolved(resource, "Properties");
    }

    JsonNode at(String name) {
        return properties.path(name);
    }

    JsonNode updatePolicy() {
        return template.resolved(resource, "UpdatePolicy");
    }

    boolean waitsForSignals() {
        return template.resolved(resource, "CreationPolicy")
                        .path("ResourceSignal")
                        .path("Count")
                        .asInt(resource.body().path("CreationPolicy").has("ResourceSignal") ? 1 : 0)
                > 0;
    }

    String text(String name, String otherwise) {
        return properties.path(name).asText(otherwise);
    }

    int number(String name, int otherwise) {
        return number(name, properties.path(name), otherwise);
    }

    int number(String name, JsonNode value, int otherwise) {
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

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    /** Logical ids that a list of references names. */
    List<String> references(String name) {
        List<String> ids = new ArrayList<>();
        properties.path(name).forEach(item -> ids.add(Opaque.referred(item.asText())));
        return ids;
    }

    BadInputException refused(String why, String hint) {
        return new BadInputException(
                resource.type() + " " + resource.id() + " in " + template.name() + ": " + why, hint);
    }
}
