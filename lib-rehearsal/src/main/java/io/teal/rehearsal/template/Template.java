package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A template: the resources whose conditions hold, by logical id, and the way to resolve what they say. */
public final class Template {
    private final String name;
    private final SortedMap<String, Resource> resources;
    private final Resolver resolver;

    Template(String name, Map<String, Resource> resources, Resolver resolver) {
        this.name = name;
        this.resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
        this.resolver = resolver;
    }

    /** The same template, resolved with {@code now}. */
    public Template knowing(KnownValues now) {
        return new Template(name, resources, resolver.with(now));
    }

    /** What it is resolved with. */
    public KnownValues known() {
        return resolver.known();
    }

    /** What messages call this template: its file, or its stack. */
    public String name() {
        return name;
    }

    /** The resources that exist, by logical id. */
    public SortedMap<String, Resource> resources() {
        return resources;
    }

    /** An empty template of the same name. */
    public Template withoutResources() {
        return new Template(name, Map.of(), resolver);
    }

    /** The resources of one type, by logical id. */
    public List<Resource> ofType(String type) {
        return resources.values().stream().filter(r -> r.type().equals(type)).toList();
    }

    /** The resolved value of one attribute of a resource ({@code Properties}, {@code UpdatePolicy}). */
    public JsonNode resolved(Resource resource, String attribute) {
        JsonNode written = resource.body().path(attribute);
        return written.isMissingNode() ? MissingNode.getInstance() : resolver.resolve(written);
    }
}
