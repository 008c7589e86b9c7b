package io.teal.rehearsal.reading;

import io.teal.rehearsal.model.ActionModel;
import io.teal.rehearsal.model.ListenerModel;
import io.teal.rehearsal.template.Opaque;
import java.util.Set;

/** Reads {@code AWS::ElasticLoadBalancingV2::Listener}. */
final class Listeners {
    private static final Set<String> PROTOCOLS = Set.of("HTTP", "HTTPS");

    private Listeners() {}

    /** A listener that may forward to {@code groups}. */
    static ListenerModel read(String id, Fields fields, Set<String> groups) {
        String protocol = fields.text("Protocol", "HTTP");
        if (!PROTOCOLS.contains(protocol)) {
            throw fields.refused("Protocol " + protocol + " is not modelled", "only HTTP and HTTPS are");
        }
        String balancer = Opaque.referred(fields.text("LoadBalancerArn", ""));
        ActionModel action = new Actions(fields, groups).read("DefaultActions");
        return new ListenerModel(id, fields.number("Port", 80), balancer, action);
    }
}
