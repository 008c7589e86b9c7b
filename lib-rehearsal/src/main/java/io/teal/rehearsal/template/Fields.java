package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Remark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads the properties of one resource, and names the resource when one cannot be used. */
public final class Fields {
    private final Template template;
    private final Resource resource;
    private final JsonNode properties;
    private final List<Remark> remarks = new ArrayList<>();

    /** The properties of {@code resource}, resolved. */
    public Fields(Template template, Resource resource) {
        this.template = template;
        this.resource = resource;
        this.properties = template.resolved(resource, "Properties");
    }

    /** All properties. */
    public JsonNode all() {
        return properties;
    }

    /** The value of property {@code name}; missing if there is none. */
    public JsonNode at(String name) {
        return properties.path(name);
    }

    /** The update policy of the resource. */
    public JsonNode updatePolicy() {
        return template.resolved(resource, "UpdatePolicy");
    }

    /** The creation policy of the resource. */
    public JsonNode creationPolicy() {
        return template.resolved(resource, "CreationPolicy");
    }

    /** A text, or {@code otherwise} if the property is not there. */
    public String text(String name, String otherwise) {
        return properties.path(name).asText(otherwise);
    }

    /** A text that only names something, as a group's; of one that is not known, the text that stands for it. */
    public String name(String name, String otherwise) {
        return properties.path(name) instanceof UnknownValue unknown ? unknown.standIn() : text(name, otherwise);
    }

    /** A whole number, or {@code otherwise} if the property is not there. */
    public int number(String name, int otherwise) {
        return number(name, properties.path(name), otherwise);
    }

    /**
     * The number {@code value} of property {@code name}, or {@code otherwise} if it is not there; refused if AWS
     * refuses it.
     */
    public int number(String name, JsonNode value, int otherwise) {
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.asText().matches("\\d{1,9}")) {
            throw refused(name + " must be a number, got '" + value.asText() + "'", "write a number in the template");
        }
        int number = Integer.parseInt(value.asText());
        if (!AwsRange.of(name).has(number)) {
            throw refused(name + " must be " + AwsRange.of(name) + ", got " + number, "AWS takes no other");
        }
        return number;
    }

    /** The decimal number {@code value} of property {@code name}; 0 if it is not there. */
    public double decimal(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        try {
            return Double.parseDouble(value.asText());
        } catch (NumberFormatException malformed) {
            throw refused(name + " must be a number, got '" + value.asText() + "'", "write a number in the template");
        }
    }

    /** Whether the boolean {@code value} of property {@code name} is true; false if it is not there. */
    public boolean flag(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        String text = value.asText().toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw refused(name + " must be true or false, got '" + value.asText() + "'", "write one of them");
        }
        return text.equals("true");
    }

    /** The logical id of the resource that property {@code name} refers to, or its text; empty if it is not there. */
    public String referred(String name) {
        return Opaque.referred(properties.path(name));
    }

    /** A number of seconds, or {@code otherwise} if the property is not there. */
    public Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    /** Logical ids that a list of references names. */
    public List<String> references(String name) {
        List<String> ids = new ArrayList<>();
        if (properties.path(name) instanceof UnknownValue unknown) {
            return List.of(unknown.standIn());
        }
        properties.path(name).forEach(item -> ids.add(Opaque.referred(item)));
        return ids;
    }

    /** What {@code it} is read to; refused with the resource's name if that needs a value that is not known. */
    public static <T> T reading(Template template, Resource resource, Supplier<T> it) {
        try {
            return it.get();
        } catch (UnknownValueException unknown) {
            throw refused(template, resource, unknown.getMessage(), unknown.hint());
        }
    }

    /** Notes that {@code what} of the resource is played more simply than AWS does it: {@code how}. */
    public void simpler(String what, String how) {
        remarks.add(Remark.simpler(what + " of " + resource.id() + " is played as " + how));
    }

    /** Notes that {@code what} of the resource is not played. */
    public void notJudged(String what) {
        remarks.add(Remark.notJudged(what + " of " + resource.id()));
    }

    /** What was noted. */
    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** The logical ids of the resources that a list names, by reference or attribute; else the texts themselves. */
    public Set<String> owners(String name) {
        return owners(properties.path(name));
    }

    /** The same of {@code list}. */
    public static Set<String> owners(JsonNode list) {
        if (!Opaque.isKnown(list)) {
            return new TreeSet<>(Set.of(Opaque.referred(list)));
        }
        Set<String> ids = new TreeSet<>();
        list.forEach(item -> ids.add(Opaque.resource(item)));
        return ids;
    }

    /** What to throw when the resource cannot be used: {@code why}, and what to do. */
    public BadInputException refused(String why, String hint) {
        return refused(template, resource, why, hint);
    }

    private static BadInputException refused(Template template, Resource resource, String why, String hint) {
        return new BadInputException(
                resource.type() + " " + resource.id() + " in " + template.name() + ": " + why, hint);
    }
}
