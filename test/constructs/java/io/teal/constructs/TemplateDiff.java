package io.teal.constructs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The paths in which two templates differ: {@code + path} for what only the second has, {@code - path} for what only
 * the first has, {@code ~ path} for a value that changed. Logical ids stand without the CDK's hash.
 */
public final class TemplateDiff {
    private final List<String> lines = new ArrayList<>();

    private TemplateDiff() {}

    public static List<String> between(SynthTemplate before, SynthTemplate after) {
        TemplateDiff diff = new TemplateDiff();
        diff.compare("", before.json(), after.json());
        return diff.lines.stream().sorted().toList();
    }

    private void compare(String path, Object before, Object after) {
        if (before == null || after == null) {
            lines.add((before == null ? "+ " : "- ") + path);
        } else if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> two) {
            compareKeys(path, one, two);
        } else if (before instanceof List<?> one
                && after instanceof List<?> two
                && one.size() == two.size()
                && !path.endsWith("DependsOn")) {
            for (int place = 0; place < one.size(); place++) {
                compare(path + "." + place, one.get(place), two.get(place));
            }
        } else if (!before.equals(after)) {
            lines.add("~ " + path);
        }
    }

    private void compareKeys(String path, Map<?, ?> before, Map<?, ?> after) {
        TreeSet<String> keys = new TreeSet<>();
        before.keySet().forEach(key -> keys.add(String.valueOf(key)));
        after.keySet().forEach(key -> keys.add(String.valueOf(key)));
        for (String key : keys) {
            String below = path.isEmpty() ? key : path + "." + SynthTemplate.withoutHash(key);
            compare(below, before.get(key), after.get(key));
        }
    }
}
