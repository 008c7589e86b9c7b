package io.teal.constructs.internal.lastlook;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * The health check of a target group is on a port that the load balancer reaches the hosts on.
 *
 * @param targetGroup the target group
 * @param port of the hosts, the only one that is open
 */
public record HealthCheckPortCheck(CfnResource targetGroup, int port) implements TemplateCheck {
    /** Elastic Load Balancing's, if the property is absent. */
    private static final String TRAFFIC_PORT = "traffic-port";

    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        String checked = Objects.toString(template.property(targetGroup, "HealthCheckPort"), TRAFFIC_PORT);
        return Set.of(TRAFFIC_PORT, Integer.toString(port)).contains(checked)
                ? Stream.empty()
                : Stream.of(new Violation(
                        template.where(targetGroup),
                        "the health check is on port " + checked + ", and the load balancer reaches the hosts on port "
                                + port + " only",
                        "answer it there, see TrafficOptions.applicationPort and healthCheckPath"));
    }
}
