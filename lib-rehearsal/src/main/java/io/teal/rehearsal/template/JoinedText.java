package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A text made of parts; not known if one of them is not. */
final class JoinedText {
    private final StringBuilder text = new StringBuilder();
    private Optional<UnknownValue> unknown = Optional.empty();

    JoinedText add(JsonNode part) {
        if (part instanceof UnknownValue value) {
            unknown = unknown.or(() -> Optional.of(value));
            return add(value.standIn());
        }
        return add(part.asText());
    }

    JoinedText add(String part) {
        text.append(part);
        return this;
    }

    JsonNode value(ValueSource source) {
        return unknown.<JsonNode>map(value -> value.within(text.toString()))
                .orElseGet(() -> source.literal(text.toString()));
    }
}
