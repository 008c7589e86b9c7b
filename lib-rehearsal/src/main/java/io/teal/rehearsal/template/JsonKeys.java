package io.teal.rehearsal.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The keys of a JSON text that one object has twice: a reader takes the last and says nothing. */
final class JsonKeys {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Deque<Set<String>> open = new ArrayDeque<>();
    private final List<String> twice = new ArrayList<>();

    private JsonKeys() {}

    /**
     * Each key that is there again, with its line.
     *
     * @throws JsonProcessingException if {@code text} is not JSON
     */
    static List<String> twice(String text) throws JsonProcessingException {
        JsonKeys keys = new JsonKeys();
        try (JsonParser parser = FACTORY.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                keys.look(token, parser);
            }
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return keys.twice;
    }

    private void look(JsonToken token, JsonParser parser) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            open.push(new HashSet<>());
        } else if (token == JsonToken.END_OBJECT) {
            open.pop();
        } else if (token == JsonToken.FIELD_NAME && !open.element().add(parser.currentName())) {
            twice.add(parser.currentName() + ", line "
                    + parser.currentTokenLocation().getLineNr());
        }
    }
}
