package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.template.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code AWS::ElasticLoadBalancingV2::Listener}. */
public final class ListenerReader {
    private static final Set<String> HTTP_PROTOCOLS = Set.of("HTTP", "HTTPS");
    /** TLS is served as TCP, just as HTTPS is served as HTTP. */
    private static final Set<String> TCP_PROTOCOLS = Set.of("TCP", "TLS");

    private static final Set<String> ENCRYPTED = Set.of("HTTPS", "TLS");
    private static final String FLOW_IDLE = "tcp.idle_timeout.seconds";
    private static final int DEFAULT_FLOW_IDLE_SECONDS = 350;

    private ListenerReader() {}

    /** A listener that may forward to {@code groups}. */
    public static ListenerModel read(String id, Fields fields, Set<String> groups) {
        String protocol = fields.text("Protocol", "HTTP");
        if (!HTTP_PROTOCOLS.contains(protocol) && !TCP_PROTOCOLS.contains(protocol)) {
            throw fields.refused("Protocol " + protocol + " is not modelled", "only HTTP, HTTPS, TCP and TLS are");
        }
        if (ENCRYPTED.contains(protocol) && fields.at("Certificates").isEmpty()) {
            throw fields.refused(
                    "it is " + protocol + " and has no certificate: AWS does not create it", "add Certificates");
        }
        String balancer = fields.referred("LoadBalancerArn");
        ActionModel action = new ActionReader(fields, groups).read("DefaultActions");
        Optional<Duration> flowIdle =
                TCP_PROTOCOLS.contains(protocol) ? Optional.of(flowIdle(fields, action)) : Optional.empty();
        if (flowIdle.isEmpty() && !fields.at("ListenerAttributes").isEmpty()) {
            fields.notJudged("ListenerAttributes (headers of requests and answers)");
        }
        return new ListenerModel(id, fields.number("Port", 80), balancer, action, flowIdle);
    }

    private static Duration flowIdle(Fields fields, ActionModel action) {
        ActionModel.Forward forward = action.forwarding()
                .orElseThrow(() ->
                        fields.refused("a TCP listener that does not forward is not modelled", "only forward is"));
        if (forward.sticky().isPresent()) {
            throw fields.refused(
                    "stickiness of a TCP listener is not modelled", "leave TargetGroupStickinessConfig out");
        }
        Attributes attributes = new Attributes(fields, "ListenerAttributes");
        attributes.noteOthers(Set.of(FLOW_IDLE), Map.of());
        return attributes.seconds(FLOW_IDLE, DEFAULT_FLOW_IDLE_SECONDS);
    }
}
