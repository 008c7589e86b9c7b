package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.teal.rehearsal.judge.Judge;
import io.teal.rehearsal.template.TemplateReader;
import io.teal.release.TealException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the table calls read is read: another value gives another model, a refusal, or a remark. */
class ReadPropertiesTest {
    private static final Path SAMPLE = Path.of("test/rehearsal/resources/mutations/every-read-property.json");
    private static final List<JsonNode> OTHERS = Stream.<JsonNode>concat(
                    Stream.of("7", "other", "true", "false", "network", "ref:Other", "500")
                            .map(TextNode::valueOf),
                    Stream.of(JsonNodeFactory.instance.arrayNode().add("x")))
            .toList();

    private static JsonNode sample() throws IOException {
        return new ObjectMapper().readTree(SAMPLE.toFile());
    }

    @Test
    void theSampleHasEveryPropertyThatIsRead() throws IOException {
        for (String type : PropertyTable.types()) {
            Set<String> there = new TreeSet<>();
            sample().path("Resources").forEach(resource -> {
                if (resource.path("Type").asText().equals(type)) {
                    leaves(resource).forEach(leaf -> there.add(leaf.path()));
                }
            });
            assertThat(PropertyTable.rows(type))
                    .as(type)
                    .filteredOn(row -> row.use() == PropertyTable.Use.READ)
                    .allMatch(row -> there.stream().anyMatch(path -> (path + ".").startsWith(row.path() + ".")));
        }
    }

    @Test
    void anotherValueOfWhatIsReadIsAnotherRehearsal() throws IOException {
        Object before = outcome(sample());
        assertThat(before).asString().doesNotContain("refused");
        JsonNode root = sample();
        List<String> unread = new ArrayList<>();
        root.path("Resources")
                .properties()
                .forEach(field -> leaves(field.getValue()).forEach(leaf -> {
                    String type = field.getValue().path("Type").asText();
                    boolean read = PropertyTable.types().contains(type)
                            && PropertyTable.row(type, leaf.path())
                                    .filter(row -> row.use() == PropertyTable.Use.READ)
                                    .isPresent();
                    if (read
                            && OTHERS.stream()
                                    .allMatch(other -> before.equals(leaf.changed(other, () -> outcome(root))))) {
                        unread.add(field.getKey() + " " + leaf.path());
                    }
                }));
        assertThat(unread).isEmpty();
    }

    /** What there is to see of a template, and of its update from the sample. */
    private static Object outcome(JsonNode root) {
        try {
            StackModel model = StackReader.read(new TemplateReader(Map.of()).parse(root.toString(), "a.json"));
            StackModel before = StackReader.read(new TemplateReader(Map.of()).parse(sample().toString(), "a.json"));
            StackStandIn.check(before, model);
            return List.of(model.resources(), Judge.of(List.of(model), "Listener"));
        } catch (TealException refused) {
            return "refused: " + refused.getMessage();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Where a resource has a value. */
    private record Leaf(JsonNode parent, String key, String path) {
        Object changed(JsonNode other, Supplier<Object> outcome) {
            JsonNode before = parent.isArray() ? parent.get(Integer.parseInt(key)) : parent.get(key);
            set(other);
            Object changed = outcome.get();
            set(before);
            return changed;
        }

        private void set(JsonNode value) {
            if (parent instanceof ArrayNode list) {
                list.set(Integer.parseInt(key), value);
            } else {
                ((ObjectNode) parent).set(key, value);
            }
        }
    }

    private static List<Leaf> leaves(JsonNode resource) {
        List<Leaf> leaves = new ArrayList<>();
        add(resource.path("Properties"), "", leaves);
        add(resource.path("UpdatePolicy"), "UpdatePolicy.", leaves);
        add(resource.path("CreationPolicy"), "CreationPolicy.", leaves);
        return leaves;
    }

    private static void add(JsonNode node, String prefix, List<Leaf> leaves) {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            add(node, Integer.toString(i), node.get(i), prefix, leaves);
        }
        node.properties()
                .forEach(field -> add(node, field.getKey(), field.getValue(), prefix + field.getKey() + ".", leaves));
    }

    private static void add(JsonNode parent, String key, JsonNode value, String prefix, List<Leaf> leaves) {
        boolean function = value.size() == 1
                && value.fieldNames().hasNext()
                && value.fieldNames().next().matches("Ref|Fn::.*");
        if (value.isContainerNode() && !value.isEmpty() && !function) {
            add(value, prefix, leaves);
        } else {
            leaves.add(new Leaf(parent, key, prefix.substring(0, prefix.length() - 1)));
        }
    }
}
