package io.teal.constructs.internal.lastlook;

import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * The production listener has the port that clients are let in on, and that the stack's outputs name.
 *
 * @param production the listener, or a rule, which has no port
 * @param shift told in its properties which port that is
 */
public record ListenerPortCheck(CfnResource production, CfnResource shift) implements TemplateCheck {
    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        Object told = template.property(shift, "Listener", "Port");
        String port = Objects.toString(template.property(production, "Port"));
        return told == null || port.equals(told.toString())
                ? Stream.of()
                : Stream.of(new Violation(
                        template.where(production),
                        "Port is " + port + ", and clients are let in on port " + told
                                + " only, which the outputs name",
                        "leave the port: it is 80, or 443 with TrafficOptions.certificates; another one is for an"
                                + " existing listener (TrafficOptions.existingListener)"));
    }
}
