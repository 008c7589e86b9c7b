package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.teal.rehearsal.Remark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the files of stacks and of the stacks that they nest. */
final class StackParts {
    private static final Set<String> NESTED = Set.of("AWS::CloudFormation::Stack", "AWS::Serverless::Application");
    private static final Pattern LINK = Pattern.compile("([A-Za-z][A-Za-z0-9-]*)\\.([A-Za-z0-9]+)");

    private final Map<String, String> common;
    private final Map<String, StackPart> stacks = new TreeMap<>();
    private final Map<String, String> given;
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<Path> open = new TreeSet<>();
    private boolean several;

    /** Stacks whose parameters have the values {@code common}, unless they have their own. */
    StackParts(Map<String, String> common) {
        this.common = common;
        this.given = new TreeMap<>(common);
    }

    /** Whether there are several stacks, nested ones too. */
    boolean areSeveral() {
        return several;
    }

    /** The values of the whole's parameters. */
    Map<String, String> given() {
        return given;
    }

    /** What there is to say of how files were found. */
    List<Remark> remarks() {
        return remarks;
    }

    /** Reads the only stack. */
    StackPart only(Path file, JsonNode root, String name) {
        return part(
                "", file, Transforms.applied(root, parameters(root, common, name), name), Optional.empty(), Map.of());
    }

    /** Reads one stack of several. */
    StackPart read(StackFile stack) {
        several = true;
        JsonNode root = TemplateReader.written(stack.file(), stack.file().toString(), remarks);
        Map<String, String> own = own(stack, root);
        Map<String, Supplier<JsonNode>> links = new HashMap<>();
        own.forEach((name, value) -> {
            Matcher link = LINK.matcher(value);
            if (link.matches()) {
                links.put(name, () -> linked(link.group(1), link.group(2), value));
            }
            given.put(stack.prefix() + name, value);
        });
        JsonNode expanded = Transforms.applied(
                root,
                parameters(root, own, stack.file().toString()),
                stack.file().toString());
        StackPart part = part(stack.prefix(), stack.file(), expanded, Optional.of(stack.stack()), links);
        stacks.put(stack.stack(), part);
        return part;
    }

    /** Its own values come before those for all. */
    private Map<String, String> own(StackFile stack, JsonNode root) {
        Map<String, String> own = new TreeMap<>();
        root.path("Parameters")
                .fieldNames()
                .forEachRemaining(name -> Optional.ofNullable(stack.parameters().get(name))
                        .or(() -> common(stack.prefix(), name))
                        .ifPresent(value -> own.put(name, value)));
        return own;
    }

    /** A value for parameter {@code name} of one stack, or of every stack. */
    private Optional<String> common(String prefix, String name) {
        return Optional.ofNullable(common.get(prefix + name)).or(() -> Optional.ofNullable(common.get(name)));
    }

    private JsonNode linked(String stack, String name, String otherwise) {
        StackPart part = stacks.get(stack);
        if (part == null) {
            return TextNode.valueOf(otherwise);
        }
        return part.hasOutput(name) ? part.output(name) : part.moved(StackPart.function("Ref", TextNode.valueOf(name)));
    }

    private StackPart part(
            String prefix,
            Path file,
            JsonNode root,
            Optional<String> stackName,
            Map<String, Supplier<JsonNode>> values) {
        StackPart part = new StackPart(prefix, root, stackName, values);
        open.add(file.toAbsolutePath().normalize());
        root.path("Resources").properties().forEach(resource -> {
            if (NESTED.contains(resource.getValue().path("Type").asText())) {
                NestedFile.of(resource.getValue(), file.toAbsolutePath().getParent())
                        .filter(found -> !open.contains(found.toAbsolutePath().normalize()))
                        .ifPresent(found -> nest(part, resource.getKey(), resource.getValue(), found));
            }
        });
        open.remove(file.toAbsolutePath().normalize());
        return part;
    }

    private void nest(StackPart outer, String id, JsonNode body, Path file) {
        several = true;
        JsonNode passed = body.path("Properties").path("Parameters");
        JsonNode written = TemplateReader.written(file, file.toString(), remarks);
        Map<String, String> literal = new TreeMap<>();
        passed.properties().stream()
                .filter(value -> value.getValue().isValueNode())
                .forEach(value -> literal.put(value.getKey(), value.getValue().asText()));
        JsonNode root = Transforms.applied(written, parameters(written, literal, file.toString()), file.toString());
        Map<String, Supplier<JsonNode>> values = new HashMap<>();
        root.path("Parameters")
                .properties()
                .forEach(declared ->
                        value(outer, declared, passed).ifPresent(value -> values.put(declared.getKey(), value)));
        root.path("Parameters")
                .fieldNames()
                .forEachRemaining(name -> common(outer.prefix() + id + "_", name)
                        .ifPresent(value -> given.put(outer.prefix() + id + "_" + name, value)));
        remarks.add(Remark.notJudged(
                "whether " + outer.prefix() + id + ", a nested stack, is " + file + " on AWS: that file was read"));
        outer.nest(id, part(outer.prefix() + id + "_", file, root, Optional.empty(), values));
    }

    /** What parameter {@code declared} of a nested stack is; empty if only whoever deploys knows. */
    private static Optional<Supplier<JsonNode>> value(
            StackPart outer, Map.Entry<String, JsonNode> declared, JsonNode passed) {
        JsonNode parameter = declared.getValue();
        JsonNode written = passed.has(declared.getKey()) ? passed.get(declared.getKey()) : parameter.path("Default");
        if (written.isMissingNode() || Parameters.isStored(parameter)) {
            return Optional.empty();
        }
        return Optional.of(() -> {
            JsonNode text = written.isObject() ? outer.moved(written) : TextNode.valueOf(written.asText());
            return ParameterRules.isList(parameter) ? split(text) : text;
        });
    }

    private static JsonNode split(JsonNode text) {
        return StackPart.function(
                "Fn::Split", JsonNodeFactory.instance.arrayNode().add(",").add(text));
    }

    private static Parameters parameters(JsonNode root, Map<String, String> given, String name) {
        return new Parameters(root.path("Parameters"), given, name);
    }
}
