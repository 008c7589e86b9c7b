package io.teal.constructs.internal.lastlook;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverMap;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * A fleet boots from the launch template version that Preflight answers, so that none of its hosts boots from what was
 * not verified.
 *
 * @param group the Auto Scaling group
 * @param preflight what answers the version
 * @param color whose version
 */
public record PinCheck(CfnResource group, CfnResource preflight, Color color) implements TemplateCheck {
    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        Object specification = Objects.requireNonNullElse(
                template.property(group, "LaunchTemplate"),
                Json.map(template.property(
                        group, "MixedInstancesPolicy", "LaunchTemplate", "LaunchTemplateSpecification")));
        Object version = Json.at(specification, "Version");
        if (template.isAttribute(version, preflight, CutoverMap.name(color) + CutoverMap.PIN)) {
            return Stream.of();
        }
        return Stream.of(new Violation(
                template.where(group),
                "boots from launch template version " + version + " and not from the one that Preflight answers, so"
                        + " hosts that serve could be replaced by what was not verified",
                "leave the version of its launch template to Teal"));
    }
}
