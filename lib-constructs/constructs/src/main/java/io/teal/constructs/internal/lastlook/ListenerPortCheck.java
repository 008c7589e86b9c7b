package io.teal.constructs.internal.lastlook;

import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * The production listener has the port that clients are let in on, and that the stack's outputs name.
 *
 * @param production the listener, or a rule, which has no port
 * @param shift told in its properties which port that is
 * @param name of the properties that say so
 */
public record ListenerPortCheck(CfnResource production, CfnResource shift, String name) implements TemplateCheck {
    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        Object told = template.property(shift, name, "Port");
        String port = Objects.toString(template.property(production, "Port"));
        return told == null || port.equals(told.toString())
                ? Stream.of()
                : Stream.of(new Violation(
                        template.where(production),
                        "Port is " + port + ", and clients are let in on port " + told
                                + " only, which the outputs name",
                        "set it by ApplicationOptions.productionPort, or leave it: it is 80, or 443 with"
                                + " TrafficOptions.certificates"));
    }
}
