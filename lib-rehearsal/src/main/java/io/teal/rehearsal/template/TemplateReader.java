package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Remark;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads templates. */
public final class TemplateReader {
    private final Map<String, String> parameters;

    /** A reader that gives templates these parameter values; other parameters take their defaults. */
    public TemplateReader(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /** A reader that gives templates {@code more} values, too; they take precedence. */
    public TemplateReader with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.putAll(more);
        return new TemplateReader(all);
    }

    /** The names of the parameters that it gives values. */
    public Set<String> parameters() {
        return parameters.keySet();
    }

    /**
     * Reads one file.
     *
     * @param file a template in JSON or YAML
     * @param name what messages call it
     * @throws BadInputException if the file is missing, is neither JSON nor YAML, or holds no resources
     */
    public Template read(Path file, String name) {
        StackParts parts = new StackParts(parameters);
        JsonNode written = written(file, name, parts.remarks());
        StackPart only = parts.only(file, written, name);
        return parts.areSeveral() ? joined(parts, List.of(only), name) : parse(written, name, parts.remarks());
    }

    /**
     * Reads the stacks of a run as one template: what one exports, or gives as an output, the others have.
     *
     * @param stacks the template of each, in any order; one without a name is the only one
     */
    public Template read(List<StackFile> stacks) {
        if (stacks.size() == 1) {
            StackFile only = stacks.get(0);
            return with(only.parameters()).read(only.file(), only.label());
        }
        StackParts parts = new StackParts(parameters);
        String name = stacks.stream().map(StackFile::label).collect(Collectors.joining(" and "));
        return joined(parts, stacks.stream().map(parts::read).toList(), name);
    }

    private static Template joined(StackParts parts, List<StackPart> stacks, String name) {
        JoinedStacks joined = new JoinedStacks();
        stacks.forEach(part -> joined.add(part, Optional.empty()));
        JsonNode root = joined.joined(parts.given(), name);
        return new TemplateReader(parts.given()).parse(root, name, parts.remarks());
    }

    /** The file as it is written; {@code remarks} receives what there is to say of it. */
    static JsonNode written(Path file, String name, List<Remark> remarks) {
        try {
            return TemplateSyntax.read(Files.readString(file), name, remarks);
        } catch (CharacterCodingException other) {
            throw new BadInputException("template " + name + " is not written in UTF-8", "save it in UTF-8");
        } catch (IOException unreadable) {
            throw new BadInputException("cannot read template " + name, "give the path of a file that exists");
        }
    }

    /** Reads one template from its text; see {@link #read}. */
    public Template parse(String text, String name) {
        List<Remark> remarks = new ArrayList<>();
        return parse(TemplateSyntax.read(text, name, remarks), name, remarks);
    }

    private Template parse(JsonNode written, String name, List<Remark> remarks) {
        Parameters values = new Parameters(written.path("Parameters"), parameters, name);
        JsonNode root = Transforms.applied(written, values, name);
        if (!root.path("Resources").isObject() || root.path("Resources").isEmpty()) {
            throw new BadInputException(
                    "template " + name + " has no Resources", "give a CloudFormation template, as cdk synth writes it");
        }
        List<Remark> all = new ArrayList<>(remarks);
        JsonNode whole = ForeignListeners.added(root, new Resolver(root, values, name, KnownValues.NOTHING), all);
        Resolver resolver = new Resolver(whole, values, name, KnownValues.NOTHING);
        return new Template(name, resources(whole.path("Resources"), resolver), resolver, all);
    }

    private static Map<String, Resource> resources(JsonNode written, Resolver resolver) {
        Map<String, JsonNode> exist = new TreeMap<>();
        written.properties().forEach(field -> {
            JsonNode condition = field.getValue().path("Condition");
            JsonNode exists = condition.isMissingNode()
                    ? BooleanNode.TRUE
                    : resolver.conditions().value(condition.asText());
            if (!exists.equals(BooleanNode.FALSE)) {
                exist.put(field.getKey(), exists);
            }
        });
        Map<String, Resource> resources = new TreeMap<>();
        exist.forEach((id, exists) -> resources.put(id, resource(id, written.get(id), exists, exist.keySet())));
        return resources;
    }

    private static Resource resource(String id, JsonNode body, JsonNode exists, Set<String> ids) {
        Optional<UnknownValue> doubt = exists instanceof UnknownValue unknown ? Optional.of(unknown) : Optional.empty();
        return new Resource(id, body.path("Type").asText(), body, References.of(body, ids), doubt);
    }
}
