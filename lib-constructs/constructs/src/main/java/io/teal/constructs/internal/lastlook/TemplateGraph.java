package io.teal.constructs.internal.lastlook;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which resource of a template waits for which: {@code DependsOn}, {@code Ref}, {@code Fn::GetAtt} and {@code Fn::Sub},
 * as CloudFormation reads them.
 */
public final class TemplateGraph {
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([A-Za-z0-9]+)[.}]");

    private final Map<String, Set<String>> waitsFor = new TreeMap<>();

    /** The graph of {@code resources}, the template's section of that name. */
    public TemplateGraph(Map<String, ?> resources) {
        resources.forEach((id, resource) -> {
            Set<String> found = new LinkedHashSet<>();
            collect(resource, resources.keySet(), found);
            waitsFor.put(id, found);
        });
    }

    /** Whether {@code later} is updated only after {@code earlier}: an arrow, or a chain of them. */
    public boolean waits(String later, String earlier) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(later));
        while (!next.isEmpty()) {
            for (String id : waitsFor.getOrDefault(next.pop(), Set.of())) {
                if (seen.add(id)) {
                    next.push(id);
                }
            }
        }
        return seen.contains(earlier);
    }

    /**
     * Resources of which each waits for the next and the last for the first: CloudFormation refuses such a template.
     */
    public List<String> cycle() {
        Map<String, Set<String>> rest = new TreeMap<>(waitsFor);
        boolean found = true;
        while (found) {
            found = rest.values().removeIf(earlier -> earlier.stream().noneMatch(rest::containsKey));
        }
        return rest.keySet().stream()
                .filter(id -> waits(id, id))
                .findFirst()
                .map(this::wayRound)
                .orElse(List.of());
    }

    /** The shortest way from {@code id}, which waits for itself, to it. */
    private List<String> wayRound(String id) {
        Map<String, List<String>> ways = new LinkedHashMap<>(Map.of(id, List.of(id)));
        Deque<String> next = new ArrayDeque<>(List.of(id));
        while (true) {
            List<String> way = ways.get(next.element());
            for (String earlier : waitsFor.get(next.remove())) {
                if (earlier.equals(id)) {
                    return way;
                }
                if (ways.putIfAbsent(earlier, append(way, earlier)) == null) {
                    next.add(earlier);
                }
            }
        }
    }

    private static List<String> append(List<String> way, String id) {
        return Stream.concat(way.stream(), Stream.of(id)).toList();
    }

    private static void collect(Object value, Set<String> ids, Set<String> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> collectEntry(String.valueOf(key), inner, ids, found));
        } else if (value instanceof Collection<?> list) {
            list.forEach(inner -> collect(inner, ids, found));
        }
    }

    private static void collectEntry(String key, Object inner, Set<String> ids, Set<String> found) {
        switch (key) {
            case "Ref", "DependsOn" -> names(inner).forEach(name -> add(name, ids, found));
            case "Fn::GetAtt" -> add(names(inner).get(0).split("\\.")[0], ids, found);
            case "Fn::Sub" -> substitutions(inner, ids, found);
            default -> collect(inner, ids, found);
        }
    }

    private static List<String> names(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static void substitutions(Object value, Set<String> ids, Set<String> found) {
        Object text = value instanceof List<?> list ? list.get(0) : value;
        Matcher matcher = SUBSTITUTION.matcher(String.valueOf(text));
        while (matcher.find()) {
            add(matcher.group(1), ids, found);
        }
        if (value instanceof List<?> list) {
            collect(list.get(1), ids, found);
        }
    }

    private static void add(String name, Set<String> ids, Set<String> found) {
        if (ids.contains(name)) {
            found.add(name);
        }
    }
}
