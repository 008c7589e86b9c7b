package io.teal.rehearsal.judge;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import io.teal.rehearsal.template.UnknownValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One template of a journey, as rules look at it.
 *
 * @param model what is modelled of it
 * @param production the logical id of the listener that takes the load
 */
record TemplateFacts(StackModel model, String production) {
    Template template() {
        return model.template();
    }

    List<Resource> ofType(String type) {
        return template().ofType(type);
    }

    Fields fields(Resource resource) {
        return new Fields(template(), resource);
    }

    Fields fields(String id) {
        return fields(template().resources().get(id));
    }

    JsonNode properties(Resource resource) {
        return template().resolved(resource, "Properties");
    }

    /** The resource of {@code type} that {@code reference} names, if it is in the template. */
    Optional<Resource> referred(JsonNode reference, String type) {
        return Optional.ofNullable(template().resources().get(Opaque.referred(reference)))
                .filter(resource -> resource.type().equals(type));
    }

    /** The elements of {@code list}; none if it is not known, as subnets that are given. */
    static Stream<JsonNode> each(JsonNode list) {
        return list instanceof UnknownValue ? Stream.empty() : StreamSupport.stream(list.spliterator(), false);
    }
}
