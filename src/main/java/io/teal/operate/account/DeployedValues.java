package io.teal.operate.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.teal.rehearsal.template.ValueSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Resolves references against a deployed stack; what is not known becomes a placeholder.
 *
 * @param references what {@code Ref} gives, by name
 * @param attributes what {@code Fn::GetAtt} gives, by {@code id.attribute}
 * @param exports what {@code Fn::ImportValue} gives, by name
 */
record DeployedValues(
        Function<String, Optional<String>> references,
        Function<String, Optional<String>> attributes,
        Function<String, Optional<String>> exports)
        implements ValueSource {
    /** The prefix of placeholders. */
    static final String UNKNOWN = "unknown:";

    @Override
    public JsonNode reference(String name) {
        return TextNode.valueOf(references.apply(name).orElse(UNKNOWN + name));
    }

    @Override
    public String attribute(String dotted) {
        return attributes.apply(dotted).orElse(UNKNOWN + dotted);
    }

    @Override
    public JsonNode imported(String name) {
        return TextNode.valueOf(exports.apply(name).orElse(UNKNOWN + name));
    }

    @Override
    public JsonNode literal(String text) {
        return TextNode.valueOf(text);
    }

    @Override
    public JsonNode selected(JsonNode list, int index) {
        return !list.isArray() && index == 0 ? list : TextNode.valueOf(UNKNOWN + "Fn::Select");
    }

    @Override
    public JsonNode other(String function, JsonNode arguments) {
        return TextNode.valueOf(UNKNOWN + function);
    }
}
