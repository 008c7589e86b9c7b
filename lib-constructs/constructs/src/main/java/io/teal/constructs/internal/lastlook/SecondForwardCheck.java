package io.teal.constructs.internal.lastlook;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * One listener or rule forwards to both colours: Shift moves the weights of one. Nor does another keep clients on one:
 * by that Shift knows its own, when that names one colour for a while.
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
                .flatMap(id ->
                        actions(template.resource(id)).flatMap(action -> violation(template, id, action).stream()))
                .distinct();
    }

    private Optional<Violation> violation(RenderedTemplate template, String id, ForwardAction action) {
        if (action.reaches(template, targetGroups)) {
            return Optional.of(new Violation(
                    template.where(id),
                    "forwards to both colours of " + service + ", and Shift moves the weights of "
                            + template.where(production) + " only",
                    "forward to one colour, or make it another service"));
        }
        return action.isSticky() && targetGroups.stream().anyMatch(one -> action.reaches(template, List.of(one)))
                ? Optional.of(new Violation(
                        template.where(id),
                        "keeps clients on a colour of " + service + ", and Shift would take it for "
                                + template.where(production),
                        "remove its TargetGroupStickinessConfig"))
                : Optional.empty();
    }

    private static Stream<ForwardAction> actions(Object resource) {
        return Objects.toString(Json.at(resource, "Type")).startsWith(BALANCING)
                ? Stream.of("DefaultActions", "Actions")
                        .flatMap(name -> Json.list(Json.at(resource, "Properties", name)).stream())
                        .map(ForwardAction::new)
                : Stream.of();
    }
}
