package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.teal.rehearsal.Remark;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A template: the resources whose conditions hold, by logical id, and the way to resolve what they say. */
public final class Template {
    private final String name;
    private final SortedMap<String, Resource> resources;
    private final Resolver resolver;
    private final Set<String> versionedByContent;
    private final List<Remark> remarks;

    Template(String name, Map<String, Resource> resources, Resolver resolver, List<Remark> remarks) {
        this(name, resources, resolver, Set.of(), remarks);
    }

    private Template(
            String name,
            Map<String, Resource> resources,
            Resolver resolver,
            Set<String> versionedByContent,
            List<Remark> remarks) {
        this.name = name;
        this.remarks = List.copyOf(remarks);
        this.resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
        this.resolver = resolver;
        this.versionedByContent = Set.copyOf(versionedByContent);
    }

    /** The same template, resolved with {@code now}. */
    public Template knowing(KnownValues now) {
        return new Template(name, resources, resolver.with(now), versionedByContent, remarks);
    }

    /** The same template, where no tag but Teal's own tells the version of the Auto Scaling groups {@code ids}. */
    public Template versionedByContent(Set<String> ids) {
        return new Template(name, resources, resolver, ids, remarks);
    }

    /** Whether no tag but Teal's own tells the version of the Auto Scaling group {@code id}. */
    public boolean isVersionedByContent(String id) {
        return versionedByContent.contains(id);
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

    /** What there is to say of where it came from. */
    public List<Remark> remarks() {
        return remarks;
    }

    /** The names of its parameters, and of the pseudo parameters. */
    public Set<String> parameters() {
        return resolver.parameters();
    }

    /** An empty template of the same name. */
    public Template withoutResources() {
        return new Template(name, Map.of(), resolver, versionedByContent, remarks);
    }

    /** The same template, with {@code more} resources. */
    public Template with(List<Resource> more) {
        Map<String, Resource> all = new TreeMap<>(resources);
        more.forEach(resource -> all.put(resource.id(), resource));
        return new Template(name, all, resolver, versionedByContent, remarks);
    }

    /** The same template, with each resource as {@code change} makes it. */
    public Template changed(UnaryOperator<Resource> change) {
        Map<String, Resource> all = new TreeMap<>();
        resources.forEach((id, resource) -> all.put(id, change.apply(resource)));
        return new Template(name, all, resolver, versionedByContent, remarks);
    }

    /** The resources of one type, by logical id. */
    public List<Resource> ofType(String type) {
        return resources.values().stream().filter(r -> r.type().equals(type)).toList();
    }

    /** Their logical ids. */
    public Set<String> ids(String type) {
        return ofType(type).stream().map(Resource::id).collect(Collectors.toSet());
    }

    /**
     * The resolved value of one attribute of a resource ({@code Properties}, {@code UpdatePolicy}).
     *
     * @throws UnknownValueException if it is not known whether the resource exists
     */
    public JsonNode resolved(Resource resource, String attribute) {
        resource.doubt().ifPresent(unknown -> {
            throw unknown.needed();
        });
        JsonNode written = resource.body().path(attribute);
        return written.isMissingNode() ? MissingNode.getInstance() : resolver.resolve(written);
    }
}
