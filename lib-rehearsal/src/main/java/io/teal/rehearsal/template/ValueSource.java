package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;

/** Where the values come from that intrinsic functions refer to. */
public interface ValueSource {
    /** What {@code Ref} gives; missing for no value. */
    JsonNode reference(String name);

    /** What the text {@code text} gives, which may hold dynamic references. */
    JsonNode literal(String text);

    /** What {@code Fn::GetAtt} gives of {@code id.attribute}. */
    String attribute(String dotted);

    /** What {@code Fn::ImportValue} gives. */
    JsonNode imported(String name);

    /** What {@code Fn::Select} gives of {@code list} that is no list, or has no element {@code index}. */
    JsonNode selected(JsonNode list, int index);

    /** What any other function gives. */
    JsonNode other(String function, JsonNode arguments);
}
