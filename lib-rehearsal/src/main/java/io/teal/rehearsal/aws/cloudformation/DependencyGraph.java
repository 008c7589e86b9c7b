package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.template.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which resources wait for which.
 *
 * @param waitsFor logical id to the ids it waits for
 */
public record DependencyGraph(Map<String, Set<String>> waitsFor) {
    /** Copies and sorts: the same seed gives the same order. */
    public DependencyGraph {
        SortedMap<String, Set<String>> sorted = new TreeMap<>();
        waitsFor.forEach((id, needed) -> sorted.put(id, new TreeSet<>(needed)));
        waitsFor = Collections.unmodifiableSortedMap(sorted);
    }

    /** The order in which CloudFormation creates and updates. */
    public static DependencyGraph of(Template template) {
        Map<String, Set<String>> edges = new TreeMap<>();
        template.resources().values().forEach(resource -> edges.put(resource.id(), resource.dependsOn()));
        return new DependencyGraph(edges);
    }

    /** The order of all the resources of both templates; where {@code first} says the opposite, it counts. */
    static DependencyGraph of(Template first, Template second) {
        Map<String, Set<String>> edges = new TreeMap<>(of(first).waitsFor);
        of(second).waitsFor.forEach((id, needed) -> {
            Set<String> all = new TreeSet<>(edges.getOrDefault(id, Set.of()));
            needed.stream()
                    .filter(other -> !all.contains(other) && !reaches(edges, other, id))
                    .forEach(all::add);
            edges.put(id, all);
        });
        return new DependencyGraph(edges);
    }

    private static boolean reaches(Map<String, Set<String>> edges, String from, String to) {
        return edges.getOrDefault(from, Set.of()).stream()
                .anyMatch(next -> next.equals(to) || reaches(edges, next, to));
    }

    /** The same of {@code ids} alone: what one waits for by way of others is forgotten. */
    DependencyGraph among(Set<String> ids) {
        Map<String, Set<String>> edges = new TreeMap<>();
        waitsFor.forEach((id, needed) -> {
            if (ids.contains(id)) {
                edges.put(id, new TreeSet<>(needed));
                edges.get(id).retainAll(ids);
            }
        });
        return new DependencyGraph(edges);
    }

    /** The same, where nothing waits for {@code free}. */
    DependencyGraph waitingForNone(Set<String> free) {
        Map<String, Set<String>> edges = new TreeMap<>();
        waitsFor.forEach((id, needed) -> {
            edges.put(id, new TreeSet<>(needed));
            edges.get(id).removeAll(free);
        });
        return new DependencyGraph(edges);
    }

    /** The order in which it deletes. */
    public DependencyGraph reversed() {
        Map<String, Set<String>> edges = new TreeMap<>();
        waitsFor.keySet().forEach(id -> edges.put(id, new TreeSet<>()));
        waitsFor.forEach(
                (id, needed) -> needed.forEach(other -> edges.get(other).add(id)));
        return new DependencyGraph(edges);
    }

    /** All ids, each after those it waits for. */
    public List<String> sorted() {
        Set<String> done = new LinkedHashSet<>();
        waitsFor.keySet().forEach(id -> visit(id, done, new LinkedHashSet<>()));
        return new ArrayList<>(done);
    }

    private void visit(String id, Set<String> done, Set<String> path) {
        if (done.contains(id)) {
            return;
        }
        if (!path.add(id)) {
            throw new BadInputException(
                    "circular dependency: " + String.join(" -> ", path) + " -> " + id, "remove one of the references");
        }
        waitsFor.get(id).forEach(needed -> visit(needed, done, path));
        path.remove(id);
        done.add(id);
    }
}
