package io.teal.constructs.internal.lastlook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * An Auto Scaling group keeps its name and its target groups, and its size is not the template's.
 *
 * @param group the group
 * @param name its name, by which policies and Shift find it
 * @param targetGroups where its hosts register
 * @param foreign where they must not: the other colour's
 */
public record GroupCheck(CfnResource group, String name, List<CfnResource> targetGroups, List<CfnResource> foreign)
        implements TemplateCheck {
    private static final String TARGETS = "TargetGroupARNs";

    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        List<Violation> found = new ArrayList<>();
        Object desired = template.property(group, "DesiredCapacity");
        if (desired != null) {
            found.add(violation(
                    template,
                    "DesiredCapacity is " + desired + ", and each deploy would resize a fleet that has scaled",
                    "remove it; minCapacity is the fewest hosts"));
        }
        Object written = template.property(group, "AutoScalingGroupName");
        if (!name.equals(written)) {
            found.add(violation(
                    template,
                    "AutoScalingGroupName is " + written + ", and Teal may change " + name + " only",
                    "leave the name; the stack's and the service's name make it"));
        }
        found.addAll(targets(template));
        return found.stream();
    }

    private List<Violation> targets(RenderedTemplate template) {
        List<Object> written = Json.list(template.property(group, TARGETS));
        List<Violation> found = new ArrayList<>();
        for (CfnResource own : targetGroups) {
            if (!written.contains(template.reference(own))) {
                found.add(violation(
                        template,
                        "is not in " + template.where(own) + ", so its hosts get no traffic",
                        "leave the target group in " + TARGETS));
            }
        }
        for (CfnResource other : foreign) {
            if (written.contains(template.reference(other))) {
                found.add(violation(
                        template,
                        "is in " + template.where(other) + ", so its hosts get the other colour's traffic",
                        "remove that target group from " + TARGETS));
            }
        }
        return found;
    }

    private Violation violation(RenderedTemplate template, String what, String remedy) {
        return new Violation(template.where(group), what, remedy);
    }
}
