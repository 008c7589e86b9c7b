package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML text as JSON, as CloudFormation reads it: short forms ({@code !Ref x}) are the functions they stand for, and
 * only booleans, whole numbers and nothing are not texts; so a date is one.
 */
final class YamlTree {
    private static final Set<String> WITHOUT_PREFIX = Set.of("Ref", "Condition");
    private static final Set<String> YES = Set.of("true", "yes", "on");
    private static final int DEEPEST = 100;

    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<String> twice = new ArrayList<>();

    private YamlTree() {}

    /**
     * Reads one document. Of a key that is there twice the last counts, as with CloudFormation.
     *
     * @param twice receives each such key, with its line
     * @throws YAMLException if it is none, or holds itself
     */
    static JsonNode read(String text, List<String> twice) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(Integer.MAX_VALUE);
        Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        YamlTree tree = new YamlTree();
        JsonNode read = root == null ? MissingNode.getInstance() : tree.tree(root);
        twice.addAll(tree.twice);
        return read;
    }

    private JsonNode tree(Node node) {
        if (!open.add(node)) {
            throw new YAMLException("an alias holds itself");
        }
        JsonNode value = untagged(node);
        open.remove(node);
        String tag = node.getTag().getValue();
        if (!tag.startsWith("!") || tag.length() == 1) {
            return value;
        }
        String name = tag.substring(1);
        String function = WITHOUT_PREFIX.contains(name) ? name : "Fn::" + name;
        return JsonNodeFactory.instance.objectNode().set(function, value);
    }

    private JsonNode untagged(Node node) {
        if (node instanceof MappingNode mapping) {
            return object(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            sequence.getValue().forEach(each -> list.add(tree(each)));
            return list;
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode object(MappingNode mapping) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple field : mapping.getValue()) {
            if (!(field.getKeyNode() instanceof ScalarNode key)) {
                throw new YAMLException("a key is not a text" + at(field.getKeyNode()));
            }
            if (object.has(key.getValue())) {
                twice.add(key.getValue() + at(key));
            }
            object.set(key.getValue(), tree(field.getValueNode()));
        }
        return object;
    }

    private static String at(Node node) {
        return ", line " + (node.getStartMark().getLine() + 1);
    }

    private static JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.BOOL)) {
            return BooleanNode.valueOf(YES.contains(text.toLowerCase(Locale.ROOT)));
        }
        if (node.getTag().equals(Tag.NULL)) {
            return NullNode.getInstance();
        }
        return node.getTag().equals(Tag.INT) && text.matches("0|[1-9]\\d{0,8}")
                ? IntNode.valueOf(Integer.parseInt(text))
                : TextNode.valueOf(text);
    }
}
