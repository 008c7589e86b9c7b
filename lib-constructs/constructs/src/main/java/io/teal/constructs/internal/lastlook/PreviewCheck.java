package io.teal.constructs.internal.lastlook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * A preview reaches its colour, so the load balancer checks the colour's hosts before they get traffic.
 *
 * @param preview the listener or rule
 * @param targetGroup of its colour
 */
public record PreviewCheck(CfnResource preview, CfnResource targetGroup) implements TemplateCheck {
    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        Set<Object> targets = Stream.of("DefaultActions", "Actions")
                .flatMap(name -> Json.list(template.property(preview, name)).stream())
                .flatMap(action -> new ForwardAction(action).targets().stream())
                .collect(Collectors.toSet());
        if (List.copyOf(targets).equals(List.of(template.reference(targetGroup)))) {
            return Stream.of();
        }
        return Stream.of(new Violation(
                template.where(preview),
                "does not forward to " + template.where(targetGroup)
                        + " alone, which nothing else has checked before it gets traffic",
                "leave its action as Teal has written it"));
    }
}
