package io.teal.constructs.internal.lastlook;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * Preflight and Shift are told the same, and may take as long as CloudFormation waits at most: what wakes one and not
 * the other would be written unchecked.
 *
 * @param preflight checks a deploy
 * @param shift moves traffic
 */
public record SameMapCheck(CfnResource preflight, CfnResource shift) implements TemplateCheck {
    private static final String LONGEST = "3600";

    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        Map<String, Object> first = Json.map(template.property(preflight));
        Map<String, Object> second = Json.map(template.property(shift));
        Set<String> differ = new TreeSet<>(first.keySet());
        differ.addAll(second.keySet());
        differ.removeIf(name -> Objects.equals(first.get(name), second.get(name)));
        boolean longest = LONGEST.equals(Objects.toString(first.get("ServiceTimeout")));
        if (differ.isEmpty() && longest) {
            return Stream.of();
        }
        String what = longest
                ? "is told another " + String.join(", ", differ) + " than Preflight"
                : "has a ServiceTimeout of " + first.get("ServiceTimeout") + ", and a release may take " + LONGEST;
        return Stream.of(new Violation(
                template.where(shift), what, "leave both resources as Teal has written them; options change both"));
    }
}
