package io.teal.constructs.internal.lastlook;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * One listener or rule forwards to both colours: Shift moves the weights of one.
 *
 * @param service the service's name
 * @param production the one that may
 * @param targetGroups of both colours
 */
public record SecondForwardCheck(String service, CfnResource production, Collection<CfnResource> targetGroups)
        implements TemplateCheck {
    private static final String BALANCING = "AWS::ElasticLoadBalancingV2::Listener";

    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        return template.ids().stream()
                .filter(id -> !id.equals(template.id(production)))
                .filter(id -> forwards(template, template.resource(id)))
                .map(id -> new Violation(
                        template.where(id),
                        "forwards to both colours of " + service + ", and Shift moves the weights of "
                                + template.where(production) + " only",
                        "forward to one colour, or make it another service"));
    }

    private boolean forwards(RenderedTemplate template, Object resource) {
        return Objects.toString(Json.at(resource, "Type")).startsWith(BALANCING)
                && Stream.of("DefaultActions", "Actions")
                        .flatMap(name -> Json.list(Json.at(resource, "Properties", name)).stream())
                        .anyMatch(action -> new ForwardAction(action).reaches(template, targetGroups));
    }
}
