package io.teal.constructs.internal.lastlook;

import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * An instance refresh can replace the hosts of a group.
 *
 * @param group the Auto Scaling group
 */
public record ReplaceableCheck(CfnResource group) implements TemplateCheck {
    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        return "true".equals(String.valueOf(template.property(group, "NewInstancesProtectedFromScaleIn")))
                ? Stream.of(new Violation(
                        template.where(group),
                        "new hosts are protected from scale-in, and an instance refresh would wait an hour for each and"
                                + " fail",
                        "omit protectNewInstancesFromScaleIn"))
                : Stream.empty();
    }
}
