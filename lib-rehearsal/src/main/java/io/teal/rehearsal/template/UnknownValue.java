package io.teal.rehearsal.template;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.BaseJsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value that only AWS, or whoever deploys, knows. It has no text, no number, no fields and no elements: whoever asks
 * for one is refused with the cause and what to give. It can be kept, written out and compared with one of the same
 * expression, which it equals.
 */
public final class UnknownValue extends BaseJsonNode {
    private static final long serialVersionUID = 1L;

    private final String standIn;
    private final String cause;
    private final String hint;
    private final boolean maybeAbsent;

    /**
     * A value.
     *
     * @param standIn equal for equal expressions
     * @param cause what needs which unknown thing, as {@code it needs parameter Stage, which has no value}
     * @param hint how to give it
     */
    UnknownValue(String standIn, String cause, String hint) {
        this(standIn, cause, hint, false);
    }

    private UnknownValue(String standIn, String cause, String hint, boolean maybeAbsent) {
        this.standIn = standIn;
        this.cause = cause;
        this.hint = hint;
        this.maybeAbsent = maybeAbsent;
    }

    /** A value made of this one, written as {@code text}. */
    UnknownValue within(String text) {
        return new UnknownValue(text, cause, hint, false);
    }

    /** The same, that may also be no value at all. */
    UnknownValue orAbsent() {
        return new UnknownValue(standIn, cause, hint, true);
    }

    /** The same for {@code subject}, as {@code condition Large}. */
    public UnknownValue of(String subject) {
        return new UnknownValue(standIn, cause.replaceFirst("^it ", subject + " "), hint, maybeAbsent);
    }

    /** The text that stands for it, where it is neither compared nor counted. */
    public String standIn() {
        return standIn;
    }

    /** What to throw when the value is needed. */
    public UnknownValueException needed() {
        return new UnknownValueException(cause, hint);
    }

    @Override
    public JsonNodeType getNodeType() {
        if (maybeAbsent) {
            throw needed();
        }
        return JsonNodeType.POJO;
    }

    @Override
    public boolean isMissingNode() {
        return getNodeType() == JsonNodeType.MISSING;
    }

    @Override
    public String asText() {
        throw needed();
    }

    @Override
    public String asText(String otherwise) {
        throw needed();
    }

    @Override
    public String textValue() {
        throw needed();
    }

    @Override
    public int asInt(int otherwise) {
        throw needed();
    }

    @Override
    public long asLong(long otherwise) {
        throw needed();
    }

    @Override
    public double asDouble(double otherwise) {
        throw needed();
    }

    @Override
    public boolean asBoolean(boolean otherwise) {
        throw needed();
    }

    @Override
    public int size() {
        throw needed();
    }

    @Override
    public Iterator<JsonNode> elements() {
        throw needed();
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> properties() {
        throw needed();
    }

    @Override
    public Iterator<String> fieldNames() {
        throw needed();
    }

    @Override
    public JsonNode get(int index) {
        throw needed();
    }

    @Override
    public JsonNode get(String field) {
        throw needed();
    }

    @Override
    public JsonNode path(int index) {
        throw needed();
    }

    @Override
    public JsonNode path(String field) {
        throw needed();
    }

    @Override
    protected JsonNode _at(JsonPointer pointer) {
        throw needed();
    }

    @Override
    public JsonNode findValue(String field) {
        throw needed();
    }

    @Override
    public ObjectNode findParent(String field) {
        throw needed();
    }

    @Override
    public List<JsonNode> findValues(String field, List<JsonNode> found) {
        throw needed();
    }

    @Override
    public List<String> findValuesAsText(String field, List<String> found) {
        throw needed();
    }

    @Override
    public List<JsonNode> findParents(String field, List<JsonNode> found) {
        throw needed();
    }

    @Override
    public JsonToken asToken() {
        return JsonToken.VALUE_STRING;
    }

    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeString(standIn);
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        serialize(out, provider);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends JsonNode> T deepCopy() {
        return (T) this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnknownValue unknown && standIn.equals(unknown.standIn);
    }

    @Override
    public int hashCode() {
        return standIn.hashCode();
    }
}
