package io.teal.rehearsal.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A template with one change that somebody could make by mistake.
 *
 * @param what the change
 * @param root the template
 */
record Mutant(String what, JsonNode root) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What a property is changed to. */
    private static final List<JsonNode> OTHERS = List.of(
            TextNode.valueOf(""),
            TextNode.valueOf("0"),
            TextNode.valueOf("7"),
            TextNode.valueOf("999999999999"),
            TextNode.valueOf("-1"),
            TextNode.valueOf("nonsense"),
            TextNode.valueOf("true"),
            JSON.nullNode(),
            JSON.arrayNode(),
            JSON.objectNode(),
            JSON.arrayNode().add(1),
            JSON.objectNode().put("Ref", "Nothing"),
            JSON.objectNode().put("Ref", "AWS::NoValue"),
            JSON.objectNode().put("Ref", "AWS::Region"),
            JSON.objectNode().put("Ref", "Lb"),
            JSON.objectNode().put("Fn::GetAtt", "Web.TargetGroupArn"),
            JSON.objectNode().put("Fn::ImportValue", "other"),
            JSON.objectNode().put("Fn::Sub", "{{resolve:ssm:/x}}"));

    /** A place in a template: a field of an object, or an element of a list. */
    private record Place(JsonNode parent, String key) {
        JsonNode value() {
            return parent.isArray() ? parent.get(Integer.parseInt(key)) : parent.get(key);
        }

        void set(JsonNode value) {
            if (parent instanceof ArrayNode list) {
                list.set(Integer.parseInt(key), value);
            } else {
                ((ObjectNode) parent).set(key, value);
            }
        }

        void drop() {
            if (parent instanceof ArrayNode list) {
                list.remove(Integer.parseInt(key));
            } else {
                ((ObjectNode) parent).remove(key);
            }
        }
    }

    /** {@code original} with one change that {@code random} draws. */
    static Mutant of(JsonNode original, RandomGenerator random) {
        JsonNode root = original.deepCopy();
        List<Place> places = new ArrayList<>();
        List.of("Resources", "Conditions", "Mappings", "Parameters")
                .forEach(section -> collect(root.path(section), places));
        Place place = places.get(random.nextInt(places.size()));
        String before = place.key() + ": " + place.value();
        switch (random.nextInt(3)) {
            case 0 -> {
                place.drop();
                return new Mutant("drop " + before, root);
            }
            case 1 -> {
                JsonNode other = OTHERS.get(random.nextInt(OTHERS.size()));
                place.set(other.deepCopy());
                return new Mutant("set " + before + " to " + other, root);
            }
            default -> {
                return swapped(root, place, places.get(random.nextInt(places.size())));
            }
        }
    }

    private static Mutant swapped(JsonNode root, Place one, Place other) {
        String text = "swap " + one.key() + ": " + one.value() + " and " + other.key() + ": " + other.value();
        JsonNode before = one.value().deepCopy();
        one.set(other.value().deepCopy());
        other.set(before);
        return new Mutant(text, root);
    }

    private static void collect(JsonNode node, List<Place> places) {
        node.properties().forEach(field -> places.add(new Place(node, field.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(new Place(node, Integer.toString(i)));
        }
        node.forEach(each -> collect(each, places));
    }
}
