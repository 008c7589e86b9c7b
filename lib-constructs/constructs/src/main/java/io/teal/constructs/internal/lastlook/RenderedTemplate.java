package io.teal.constructs.internal.lastlook;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;

/** The template of a stack as CloudFormation will get it, with the resources that Teal made in it. */
public final class RenderedTemplate {
    private final Stack stack;
    private final Map<String, Object> resources;
    private final Map<CfnResource, String> ids = new IdentityHashMap<>();

    RenderedTemplate(Stack stack, Map<String, Object> json) {
        this.stack = stack;
        this.resources = Json.map(json.get("Resources"));
    }

    /** Which resource waits for which. */
    TemplateGraph graph() {
        return new TemplateGraph(resources);
    }

    /** Gives {@code made} the property {@code name}, here and in the template that will be deployed. */
    void write(CfnResource made, String name, Object value) {
        made.addPropertyOverride(name, value);
        Json.map(property(made)).put(name, value);
    }

    /** Tags of the stack itself, which stand beside its template. */
    Map<String, String> stackTags() {
        return new TreeMap<>(stack.getTags().tagValues());
    }

    /** Logical ids of all resources. */
    Set<String> ids() {
        return resources.keySet();
    }

    /** The logical id of {@code resource}. */
    String id(CfnResource resource) {
        return ids.computeIfAbsent(resource, stack::getLogicalId);
    }

    Object resource(String id) {
        return resources.get(id);
    }

    Object resource(CfnResource made) {
        return resource(id(made));
    }

    /** What stands below the properties of {@code made} at {@code path}; null if nothing does. */
    Object property(CfnResource made, String... path) {
        return Json.at(Json.at(resource(made), "Properties"), path);
    }

    /** The reference to {@code made}. */
    Map<String, String> reference(CfnResource made) {
        return Map.of("Ref", id(made));
    }

    /** Whether {@code value} is the attribute of {@code made} called {@code name}. */
    boolean isAttribute(Object value, CfnResource made, String name) {
        Object attribute = Json.at(value, "Fn::GetAtt");
        return List.of(id(made), name).equals(attribute) || (id(made) + "." + name).equals(attribute);
    }

    /** Resources of {@code type} in nested stacks, whose templates are others. */
    <T extends CfnResource> Stream<T> below(Class<T> type) {
        return stack.getNode().findAll().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(one -> !stack.equals(one.getStack()));
    }

    /** {@code value}, which may hold tokens, as this template has it. */
    Object resolved(Object value) {
        return stack.resolve(value);
    }

    /** The path of the construct that made {@code id}; its search takes many calls, and is for messages only. */
    String where(String id) {
        return stack.getNode().findAll().stream()
                .filter(one -> one instanceof CfnResource made && id(made).equals(id))
                .map(one -> path((CfnResource) one))
                .findFirst()
                .orElse(id);
    }

    String where(CfnResource made) {
        return path(made);
    }

    private static String path(CfnResource made) {
        return made.getNode().getPath().replaceFirst("/(Resource|ASG|Default)$", "");
    }
}
